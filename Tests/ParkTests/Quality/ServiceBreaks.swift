import Storage

extension Breaks {
    static let service: [String: Breaker.Break] = [
        "case_overdue": { b in try b.add("service_case", try firm(b, ["code": "试", "received": 20220501, "promised": 20220506, "state": "in_hand"]))
        },
        "case_late": { b in
            try b.add(
                "service_case", try firm(b, ["code": "试", "received": 20220501, "promised": 20220506, "answered": 20220510, "state": "closed"]))
        },
        "case_no_callback": { b in
            try b.add("service_case", try firm(b, ["code": "试", "received": 20220501, "promised": 20220506, "state": "closed"]))
        },
        "step_promise_over_law": { b in
            try b.add("agency_step", ["item": "试", "legal_days": 20, "promised_days": 25, "submitted": 20220501, "state": "in_process"])
        },
        "step_slow": { b in
            try b.add(
                "agency_step",
                [
                    "item": "试", "legal_days": 20, "promised_days": 5, "submitted": 20220501, "accepted": 20220501, "done": 20220620,
                    "state": "granted",
                ])
        },
        "agency_no_week": { try $0.change("agency_week", "week = 20220411", ["state": "drafted"]) },
        "benefit_expired": { b in
            let policy = try b.add(
                "policy", ["name": "试", "doc_no": "试", "level": "city", "issued": 20200101, "valid_from": 20200101, "valid_to": 20211231])
            try b.add("policy_benefit", try firm(b, ["policy": .id(policy), "applied": 20220101, "granted": 20220301, "state": "paid_out"]))
        },
    ]

    static let factors: [String: Breaker.Break] = [
        "paid_before_decision": { b in try b.change("fund_out", "paid < 20221231", ["decision": try b.decision(20230115)]) },
        "paid_no_decision": { b in
            try b.add("fund_out", ["code": "试", "payee": "试", "requested": 20220101, "paid": 20220301, "amount": 1, "state": "paid_out"])
        },
        "paid_over_arrived": { b in
            try b.change("fund_out", "paid BETWEEN 20220101 AND 20221231 AND fund IS NOT NULL", ["amount": 999_999_999_999])
        },
        "fund_granted_not_arrived": { b in
            try b.add("fund", ["name": "试", "programme": "other", "level": "city", "approved": 20220301, "approved_amount": 1, "state": "granted"])
        },
        "outsourced_before_decision": { b in try b.change("outsourcing", "signed < 20221231", ["decision": try b.decision(20230115)]) },
        "works_before_decision": { b in
            try b.add(
                "works", ["code": "试", "name": "试", "kind": "road", "begun": 20220601, "decision": try b.decision(20220901), "state": "building"])
        },
        "works_no_tender": { try $0.add("works", ["code": "试", "name": "试", "kind": "road", "begun": 20220601, "state": "building"]) },
        "outsourcing_overlap": { b in
            for number in ["试1", "试2"] {
                try b.add(
                    "outsourcing",
                    [
                        "number": .text(number), "name": "试", "service": "guarding", "provider": "试", "signed": 20211201, "starts": 20220101,
                        "ends": 20221231, "year_fee": 1,
                    ])
            }
        },
        "repair_not_accepted": { b in
            try b.add(
                "maintenance",
                ["code": "试", "kind": "repair", "network": "water", "done": 1_655_000_000_000, "done_day": 20220612, "state": "repaired"])
        },
        "water_jump": { b in
            let meter = try b.add("water_meter", ["number": "试", "use": "production", "source": "fresh", "installed": 20200101])
            for month in 1...12 {
                try b.add(
                    "water_reading",
                    [
                        "meter": .id(meter), "read": .integer(Int64(20220028 + month * 100)), "use": "production",
                        "volume": month == 12 ? 1_000_000 : 1000, "state": "checked",
                    ])
            }
        },
        "standard_not_kept": { b in
            try b.add(
                "parcel",
                [
                    "number": "试", "place": "试", "kind": "standard", "area": 1, "approved": 20210101, "accepted": 20220601, "kept": 0,
                    "state": "examined",
                ])
        },
        "finance_unanswered": { b in
            try b.add("finance_match", try firm(b, ["kind": "lease", "stated": 20220601, "needed": 1, "state": "asked"]))
        },
    ]

    static let safety: [String: Breaker.Break] = [
        "hazard_overdue": { b in
            try b.add("hazard", try firm(b, ["code": "试", "found": 20220501, "due": 20220601, "grade": "minor", "state": "assigned"]))
        },
        "hazard_unchecked": { b in
            try b.add(
                "hazard", try firm(b, ["code": "试", "found": 20220501, "due": 20220601, "rectified": 20220520, "grade": "minor", "state": "closed"]))
        },
        "hazard_failed_closed": { b in
            try b.add(
                "hazard",
                try firm(
                    b,
                    [
                        "code": "试", "found": 20220501, "rectified": 20220520, "rechecked": 20220525, "recheck_result": "failed", "grade": "minor",
                        "state": "closed",
                    ]))
        },
        "major_not_listed": { b in try b.add("hazard", try firm(b, ["code": "试", "found": 20220501, "grade": "major", "state": "noted"])) },
        "inspection_unsigned": { b in
            try b.add(
                "inspection",
                try firm(b, ["code": "试", "day": 20220501, "kind": "patrol", "domain": "fire", "outcome": "clean", "state": "recorded"]))
        },
        "env_overdue": { b in try b.add("env_issue", ["number": 999, "entered": 20220101, "due": 20220601, "state": "planned"]) },
        "env_struck_unaccepted": { b in
            try b.add(
                "env_issue", ["number": 999, "entered": 20220101, "due": 20220601, "rectified": 20220501, "struck_off": 20220701, "state": "struck"])
        },
        "plan_expired": {
            try $0.add("emergency_plan", ["owner": "试", "name": "试", "kind": "general", "signed": 20190101, "filed": 20190101, "expires": 20220101])
        },
        "effluent_over": { b in
            let station = try b.add("wastewater_station", ["name": "试"])
            try b.add("wastewater_day", ["station": .id(station), "day": 20220601, "cod": 100_000, "flag": "n"])
        },
        "epidemic_incomplete": { try $0.change("epidemic_day", "day = 20220601", ["reported": 0]) },
        "nucleic_missed": { b in
            try b.add(
                "nucleic_test", ["round": 9, "kind": "committee", "day": 20220601, "roster": 60, "tested": 59, "person_times": 59, "positives": 0])
        },
        "vaccination_open": { b in
            try b.change("vaccination", "unit = 'enterprise' AND counted = 20221230", ["open_count": 1])
        },
        "vaccination_open_committee": { b in
            try b.change("vaccination", "unit = 'committee' AND counted = 20221230", ["open_count": 1])
        },
        "disinfection_no_record": { try $0.changeAll("disinfection", "day = 20220601", ["void": 1]) },
        "inspected_too_often": { b in
            for number in 1...5 {
                try b.add(
                    "inspection",
                    try firm(
                        b,
                        [
                            "code": .text("试\(number)"), "day": 20220501, "kind": "patrol", "domain": "fire", "outcome": "clean",
                            "signed_by": "signed",
                            "state": "signed",
                        ]))
            }
        },
    ]

    /// The values with the first enterprise.
    private static func firm(_ breaker: Breaker, _ values: [Name: Value]) throws -> [Name: Value] {
        values.merging(["enterprise": .id(try breaker.one("enterprise"))]) { one, _ in one }
    }
}
