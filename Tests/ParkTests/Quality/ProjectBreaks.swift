import Storage

extension Breaks {
    static let projects: [String: Breaker.Break] = [
        "project_over_plan": { try $0.change("investment", "month = 20220601 AND dispatched > 0", ["dispatched": 99_999_999_999]) },
        "statutory_not_listed": { b in
            let phase = try b.add("phase", ["project": .id(try b.one("project", "statistics_from IS NULL")), "name": "试验期", "opened": 20220101])
            try b.add("investment", ["phase": .id(phase), "month": 20220601, "dispatched": 1, "statutory": 1, "state": "locked"])
        },
        "statutory_before_listed": { b in
            let project = try b.one("project", "statistics_from > 20220101")
            let phase = try b.add("phase", ["project": .id(project), "name": "试验期", "opened": 20200101])
            try b.change("project", "id = \(project)", ["statistics_from": 20220615])
            try b.add("investment", ["phase": .id(phase), "month": 20220501, "dispatched": 1, "statutory": 1, "state": "locked"])
        },
        "invested_not_started": { b in
            let phase = try b.add("phase", ["project": .id(try b.one("project")), "name": "试验期", "opened": 20220101])
            try b.add("investment", ["phase": .id(phase), "month": 20220601, "dispatched": 1, "state": "locked"])
        },
        "invested_after_end": { b in
            let project = try b.one("project")
            try b.change("project", "id = \(project)", ["ended": 20220301])
            let phase = try b.add("phase", ["project": .id(project), "name": "试验期", "opened": 20220101])
            try b.add("investment", ["phase": .id(phase), "month": 20220601, "dispatched": 1, "state": "locked"])
        },
        "statutory_over_dispatched": { try $0.change("investment", "month = 20220601 AND dispatched > 0", ["statutory": 99_999_999]) },
        "contract_before_lead": { try $0.change("contract", "signed > 20200101", ["signed": 20100101]) },
        "contract_before_talk": { b in
            try b.change("contract", "kind = 'formal' AND project IN (SELECT id FROM r_project WHERE first_talk > 20200101)", ["signed": 20100101])
        },
        "signed_no_contract": { b in
            try b.add("project", ["code": "XM试", "name": "试验项目", "asset": "heavy", "found": 20220101, "state": "signed"])
        },
        "contract_unit": { try $0.change("contract", "kind = 'formal'", ["amount": 99_999_999_999_999]) },
        "contract_twice": { b in
            for number in ["试1", "试2"] {
                try b.add(
                    "contract",
                    [
                        "number": .text(number), "project": .id(try b.one("project")), "kind": "formal", "signed": 20220601, "amount": 7,
                        "state": "in_force",
                    ])
            }
        },
        "landed_no_company": { try $0.change("project", "landed IS NOT NULL", ["company": .null]) },
        "landed_no_evidence": { try $0.change("project", "landed IS NOT NULL AND landing_evidence IS NOT NULL", ["landing_evidence": .null]) },
        "light_no_income": { try $0.change("project", "asset = 'light' AND landed IS NOT NULL", ["first_income": .null]) },
        "key_no_owner": { try $0.change("project", "key_from IS NOT NULL AND key_to IS NULL", ["unit": .null, "leader": .null]) },
        "key_no_plan": { try $0.change("project", "key_from IS NOT NULL", ["planned": .null]) },
        "milestone_overdue": { b in
            try b.add("milestone", ["project": .id(try b.one("project")), "step": "试验", "planned": 20220601, "state": "due"])
        },
        "fund_no_evidence": { b in
            try b.add(
                "fund_in",
                ["project": .id(try b.one("project")), "arrived": 20220601, "amount": 1, "origin": "province", "state": "accepted"])
        },
        "revived_twice": { b in
            for day: Int64 in [20200601, 20220601] {
                try b.add(
                    "revival",
                    [
                        "enterprise": .id(try b.one("enterprise")), "extent": "full", "surveyed": .integer(day), "recognised": .integer(day),
                        "state": "revived",
                    ])
            }
        },
        "revival_nested": { b in
            let project = try b.one("project", "category = 'revival'")
            let phase = try b.add("phase", ["project": .id(project), "name": "试验期", "opened": 20220101])
            try b.add("investment", ["phase": .id(phase), "month": 20220601, "dispatched": 1, "statutory": 99_999_999_999, "state": "locked"])
        },
        "key_nested": { try $0.change("project", "key_from IS NOT NULL AND key_to IS NULL AND reserve = 0", ["planned": -9_999_999_999]) },
        "chain_no_force": { try $0.change("chain", "led_here = 1", ["task_force": .null]) },
    ]

    static let science: [String: Breaker.Break] = [
        "certificate_overlap": { b in
            let firm = try b.one("enterprise", "id NOT IN (SELECT enterprise FROM r_qualification)")
            for day: Int64 in [20210601, 20220601] {
                try b.add(
                    "qualification",
                    [
                        "enterprise": .id(firm), "kind": "high_tech", "event": "first", "applied": .integer(day), "approved": .integer(day),
                        "expires": .integer(day + 30_000), "state": "certified",
                    ])
            }
        },
        "high_tech_lapsed": { b in
            try b.add(
                "qualification",
                [
                    "enterprise": .id(try b.one("enterprise", "id NOT IN (SELECT enterprise FROM r_qualification)")), "kind": "high_tech",
                    "event": "first", "applied": 20190601, "approved": 20190601, "expires": 20220531, "state": "certified",
                ])
        },
        "certificate_expiring": { try $0.change("qualification", "kind = 'high_tech' AND state = 'certified'", ["expires": 20230301]) },
        "certificate_no_number": { try $0.change("qualification", "kind = 'high_tech' AND state = 'certified'", ["certificate": .null]) },
        "announced_stale": { b in
            try b.add(
                "qualification",
                [
                    "enterprise": .id(try b.one("enterprise")), "kind": "tech_sme", "event": "first", "applied": 20220101, "announced": 20220201,
                    "state": "announced_only",
                ])
        },
        "qualified_after_leaving": { b in
            let firm = try b.one("enterprise", "moved_out IS NOT NULL")
            try b.add(
                "qualification",
                ["enterprise": .id(firm), "kind": "high_tech", "event": "first", "applied": 20221101, "approved": 20221201, "state": "certified"])
        },
        "platform_no_paper": { b in
            try b.change("platform", "granted BETWEEN 20220101 AND 20221231 AND document IS NOT NULL", ["document": .null])
        },
        "tech_contract_jump": { b in
            try b.change("tech_contract", "registered BETWEEN 20220101 AND 20221231 AND side = 'seller'", ["amount": 99_999_999_999])
        },
        "review_no_day": { b in
            try b.change("plan_review", "state IN ('passed_review', 'sent_up')", ["reviewed": .null])
        },
    ]
}
