import Storage

extension Breaks {
    static let economy: [String: Breaker.Break] = [
        "enterprise_no_industry": { try $0.change("enterprise", ["industry": .null]) },
        "enterprise_no_zone": { try $0.change("enterprise", "state <> 'left'", ["zone": .null]) },
        "enterprise_no_grid": { try $0.change("enterprise", "state <> 'left'", ["grid": .null]) },
        "enterprise_no_arrival": { try $0.change("enterprise", ["moved_in": .null]) },
        "enterprise_left_no_day": { try $0.change("enterprise", "moved_out IS NOT NULL AND state = 'left'", ["moved_out": .null]) },
        "enterprise_name_twice": { b in
            let name = try b.writing.value("SELECT name FROM r_enterprise WHERE id = \(try b.one("enterprise"))").text ?? ""
            try b.add("enterprise", ["name": .text(" \(name.replacing("有限公司", with: "（有限公司）"))"), "code": "X", "state": "in_operation"])
        },
        "enterprise_short_twice": { b in
            try b.add("enterprise", ["name": "甲", "code": "X1", "short": "同名", "state": "in_operation"])
            try b.add("enterprise", ["name": "乙", "code": "X2", "short": "同名", "state": "in_operation"])
        },
        "commissioned_before_registered": { try $0.change("enterprise", ["registered": 20200101, "commissioned": 20190101]) },
        "form_after_leaving": { b in
            let firm = try b.one("enterprise", "moved_out < 20221101")
            try b.add("sales", ["enterprise": .id(firm), "month": 20221201, "output_to_date": 1, "state": "locked", "zone": "core"])
        },
        "sales_no_zone": { try $0.change("sales", "month = 20220601", ["zone": .null]) },
        "finance_no_zone": { try $0.change("finance", "month = 20220601", ["zone": .null]) },
        "tax_no_zone": { try $0.change("tax_payment", "received BETWEEN 20220101 AND 20221231", ["zone": .null]) },
        "sales_missing": { b in try b.change("sales", "month = 20220601 AND above_scale = 1", ["void": .integer(1)]) },
        "finance_missing": { b in try b.change("finance", "month = 20220601 AND above_scale = 1", ["void": .integer(1)]) },
        "energy_missing": { b in try b.change("energy", "month = 20220601 AND above_scale = 1", ["void": .integer(1)]) },
        "employment_missing": { b in try b.change("employment", "month = 20220601 AND above_scale = 1", ["void": .integer(1)]) },
        "sales_falls": { try $0.change("sales", "month = 20220601 AND output_to_date > 100", ["output_to_date": 1]) },
        "sales_sum": { try $0.change("sales", "month = 20220601", ["output": 12_345]) },
        "product_falls": { try $0.change("product_month", "month = 20220601 AND quantity_to_date > 100", ["quantity_to_date": 1]) },
        "revenue_falls": { try $0.change("finance", "month = 20220601 AND revenue_to_date > 100", ["revenue_to_date": 1]) },
        "output_jump": { try $0.change("sales", "month = 20220601 AND output > 100000", ["output": 1]) },
        "output_unit": { try $0.change("sales", "month = 20220601 AND output > 100000", ["output": 99_999_999_999_999]) },
        "power_jump": { try $0.change("energy", "month = 20220601 AND electricity > 10000", ["electricity": 1]) },
        "staff_jump": { try $0.change("employment", "month = 20220601 AND employees > 50", ["employees": 1]) },
        "tax_unit": { try $0.change("tax_payment", "received BETWEEN 20220601 AND 20220630 AND paid > 10000", ["paid": 99_999_999_999_999]) },
        "output_up_power_down": { b in
            // A firm that exists since 2020 with forms in both years: ten times the output, a tenth of the power.
            let firm = try b.long()
            try b.change("sales", "enterprise = \(firm) AND month = 20221201", ["output_to_date": 900_000_000_000])
            for form in try b.writing.rows("SELECT id FROM r_energy WHERE enterprise = \(firm) AND month > 20220100") {
                try b.change("energy", "id = \(form.integer(at: 0) ?? 0)", ["electricity": 1])
            }
        },
        "power_up_output_down": { b in
            let firm = try b.long()
            try b.change("sales", "enterprise = \(firm) AND month = 20221201", ["output_to_date": 1])
            try b.change("energy", "enterprise = \(firm) AND month = 20221201", ["electricity": 900_000_000_000])
        },
        "output_no_tax": { b in
            let firm = try b.long()
            try b.change("sales", "enterprise = \(firm) AND month = 20221201", ["output_to_date": 900_000_000_000])
            for tax in try b.writing.rows("SELECT id FROM r_tax_payment WHERE enterprise = \(firm) AND received > 20220100") {
                let id = tax.integer(at: 0) ?? 0
                try b.change("tax_payment", "id = \(id)", ["void": .integer(id)])
            }
        },
        "tax_over_output": { b in
            let firm = try b.long()
            try b.change("tax_payment", "enterprise = \(firm) AND received BETWEEN 20220101 AND 20221231", ["paid": 900_000_000_000])
        },
        "form_not_locked": { try $0.change("sales", "month = 20220601", ["state": "filed"]) },
        "form_estimated": { try $0.change("sales", "month = 20220601", ["origin": "estimated"]) },
        "refund_over_paid": { try $0.change("tax_payment", "received BETWEEN 20220101 AND 20221231 AND refunded = 0", ["refunded": 999_999_999]) },
        "tax_local_over_paid": { try $0.change("tax_payment", "received BETWEEN 20220101 AND 20221231", ["local": 999_999_999_999]) },
        "debt_over_assets": { try $0.change("finance", "month = 20220601", ["assets": 1, "liabilities": 2]) },
        "reference_no_paper": {
            try $0.change("ref_stat", "standing = 'final'", ["document": .null, "published": .null, "month": 20221201, "area": "country"])
        },
        "reference_unsettled": { try $0.change("ref_stat", "month = 20201201", ["standing": "estimated"]) },
        "share_over_whole": { try $0.change("ref_stat", "month = 20221201 AND item = 'above_scale' AND area = 'city'", ["firms": 5]) },
        "value_added_over_output": {
            try $0.change("ref_stat", "month = 20221201 AND item = 'value_added' AND area = 'park'", ["amount": 90_000_000])
        },
        "above_scale_stock": { b in
            try b.change("qualification", "kind = 'above_scale' AND event = 'first' AND approved BETWEEN 20220101 AND 20221231", ["event": "renewal"])
        },
        "tax_parts": { try $0.change("tax_payment", "received BETWEEN 20220101 AND 20221231", ["local": 9_999_999_999_999]) },
    ]
}

extension Breaker {
    /// A firm that has been filing since 2020 and pays taxes.
    func long() throws -> Int64 {
        let sql: SQL = """
            SELECT e.id FROM r_enterprise AS e WHERE e.commissioned < 20200101 \
            AND EXISTS (SELECT 1 FROM r_sales AS s WHERE s.enterprise = e.id AND s.month = 20211201 AND s.output_to_date > 1000) \
            AND EXISTS (SELECT 1 FROM r_sales AS s WHERE s.enterprise = e.id AND s.month = 20221201 AND s.output_prior > 1000) \
            AND EXISTS (SELECT 1 FROM r_energy AS n WHERE n.enterprise = e.id AND n.month = 20221201) \
            AND EXISTS (SELECT 1 FROM r_energy AS n WHERE n.enterprise = e.id AND n.month = 20211201) \
            AND EXISTS (SELECT 1 FROM r_tax_payment AS x WHERE x.enterprise = e.id AND x.received BETWEEN 20220101 AND 20221231) ORDER BY e.id
            """
        return try writing.value(sql).integer ?? 0
    }
}
