import Storage

extension Breaks {
    static let office: [String: Breaker.Break] = [
        "document_no_number": { try $0.change("document", "kind = 'notice'", ["doc_no": .null]) },
        "document_number_twice": { b in
            for name in ["甲", "乙"] {
                try b.add(
                    "document",
                    ["name": .text(name), "doc_no": "云园管发〔2022〕999号", "issuer": "管委会", "kind": "notice", "issued": 20220601, "state": "archived"])
            }
        },
        "honor_no_paper": { try $0.change("honor", "document IS NOT NULL", ["document": .null, "certificate": .null]) },
        // 2 October 2022 is in the holiday week; 8 October, a Saturday, was worked.
        "meeting_day_off": { try $0.add("meeting", ["name": "试验", "kind": "topic", "held": 20221002, "state": "took_place"]) },
        "minutes_late": { try $0.add("meeting", ["name": "试验", "kind": "topic", "held": 20220601, "state": "took_place"]) },
        "votes_over_entitled": { b in
            try b.add(
                "agenda_item", ["code": "试", "number": 1, "subject": "试", "category": "funds", "outcome": "passed", "entitled": 5, "votes_for": 6])
        },
        "passed_no_votes": { try $0.add("agenda_item", ["code": "试", "number": 1, "subject": "试", "category": "funds", "outcome": "passed"]) },
        "appointed_before_decision": { b in
            try b.add(
                "appointment",
                [
                    "code": "试", "post": "试", "kind": "appoint", "rank": "section", "effective": 20220601, "decision": try b.decision(20220701),
                    "state": "in_effect",
                ])
        },
        "appointed_no_decision": { b in
            try b.add("appointment", ["code": "试", "post": "试", "kind": "appoint", "rank": "section", "effective": 20220601, "state": "in_effect"])
        },
        "report_after_start": { b in
            try b.add(
                "upward_report",
                [
                    "code": "试", "subject": "试", "kind": "request", "addressee": "市委", "noted": 20220501, "started": 20220601, "sent": 20220701,
                    "state": "sent_up",
                ])
        },
        "report_never_sent": { b in
            try b.add(
                "upward_report",
                ["code": "试", "subject": "试", "kind": "request", "addressee": "市委", "noted": 20220501, "started": 20220601, "state": "being_written"])
        },
        "task_overdue": {
            try $0.add("task", ["code": "试", "name": "试", "level": "office_level", "begun": 20220101, "due": 20220601, "state": "running"])
        },
        "task_no_result": { b in
            try b.add(
                "task",
                ["code": "试", "name": "试", "level": "office_level", "begun": 20220101, "due": 20220601, "finished": 20220501, "state": "closed"])
        },
        "incoming_overdue": { b in
            try b.add(
                "incoming",
                ["number": "试", "name": "试", "sender": "市委", "handling": "to_act", "received": 20220501, "due": 20220601, "state": "in_hand"])
        },
        "proposal_overdue": { b in
            try b.add(
                "proposal",
                ["number": "试", "name": "试", "kind": "npc", "assigned": 20220201, "due": 20220501, "replied": 20220601, "state": "closed"])
        },
        "week_plan_late": { b in
            try b.add("week_plan", ["unit": .id(try b.one("org_unit")), "week": 20220606, "due": 20220603, "filed": 20220607])
        },
        "leave_not_back": { try $0.add("leave", ["code": "试", "kind": "annual", "begins": 20220601, "ends": 20220605, "state": "granted"]) },
        "attendance_differs": { b in
            try b.add("attendance", ["unit": .id(try b.one("org_unit")), "day": 20220606, "expected": 5, "normal": 6])
        },
        "wrong_terms": { try $0.change("document", ["summary": "落实三单一线，作到关健环节有人管"]) },
    ]

    static let plan: [String: Breaker.Break] = [
        "target_no_owner": { try $0.change("target", "year = 20220101", ["owner": .null]) },
        "target_upside_down": { try $0.change("target", "high IS NOT NULL AND year = 20220101", ["high": 1]) },
        "target_unknown_indicator": { try $0.change("target", "indicator = 'gross_output'", ["indicator": "gross_outputt"]) },
        "target_no_indicator": { try $0.change("target", "direction = 'at_least' AND year = 20220101", ["indicator": .null]) },
        "target_words_no_proof": { try $0.change("target", "direction = 'words' AND year = 20220101", ["met_on": .null]) },
        "core_within_zones": { try $0.change("target", "year = 20230101 AND scope = 'core' AND indicator = 'gross_output'", ["high": 99_990_000]) },
        "plan_ranges": { try $0.change("target", "year = 20230101 AND indicator = 'tax'", ["high": 10_000]) },
        "plan_projects_sum": { try $0.change("target", "year = 20230101 AND indicator = 'key_new'", ["low": 230_000]) },
        "plan_growth_level": { b in
            try b.change("target", "year = 20230101 AND indicator = 'fixed_investment' AND measured = 'growth'", ["low": 990_000])
        },
        "promise_no_owner": { try $0.change("promise", ["owner": .null]) },
        "wording_overlap": { try $0.change("wording", "valid_to IS NOT NULL", ["valid_to": .null]) },
        "wording_unchecked": { try $0.change("wording", "valid_to IS NULL", ["reviewed": .null]) },
        "promise_no_day": { try $0.change("promise", ["due": .null]) },
        "promise_unknown_indicator": { try $0.change("promise", "indicator IS NOT NULL", ["indicator": "nothing_at_all"]) },
        "promise_overdue": { try $0.change("promise", "state = 'kept' AND year = 20220101", ["state": "under_way"]) },
        "promise_no_proof": { try $0.change("promise", "state = 'kept' AND year = 20220101", ["proof": .null]) },
        "problem_no_promise": { try $0.change("problem", "promise IS NOT NULL", ["promise": .null]) },
        "problem_late_promise": { b in
            try b.change("problem", ["promise": .id(try b.one("promise", "year = 20220101"))])
        },
    ]
}
