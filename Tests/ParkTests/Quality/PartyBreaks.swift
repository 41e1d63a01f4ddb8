import Storage

extension Breaks {
    static let party: [String: Breaker.Break] = [
        "morning_no_record": { try $0.change("study", "kind = 'morning' AND held = 20220105", ["held": 20230105]) },
        "friday_no_record": { try $0.change("study", "kind = 'friday' AND held = 20220107", ["held": 20230106]) },
        "lectures_few": { try $0.change("lecture", "held = 20220105", ["held": 20230104]) },
        "party_day_no_record": { try $0.change("study", "kind = 'party_day' AND held BETWEEN 20220501 AND 20220531", ["held": 20230110]) },
        "ideology_no_review": { try $0.change("ideology_review", "held BETWEEN 20220401 AND 20220630", ["held": 20230110]) },
        "party_building_not_studied": {
            try $0.changeAll(
                "agenda_item",
                "category = 'party' AND meeting IN (SELECT id FROM r_meeting WHERE kind = 'party_group' AND held BETWEEN 20220701 AND 20221231)",
                ["category": "other"])
        },
        "integrity_not_planned": { b in
            try b.change(
                "agenda_item", "subject LIKE '%全年党风廉政%' AND meeting IN (SELECT id FROM r_meeting WHERE held > 20220101)", ["subject": "研究廉政工作"])
        },
        "accounts_not_checked": { try $0.changeAll("account_check", "checked BETWEEN 20220401 AND 20220630", ["void": 1]) },
        "discipline_no_return": { try $0.change("discipline_return", "quarter = 20220401", ["quarter": 20240101]) },
        "study_missed_no_reason": { try $0.change("study", "state = 'missed'", ["why_missed": .null]) },
        // 8 January 2022 was a Saturday.
        "study_day_off": { try $0.change("study", "kind = 'friday' AND held = 20220107", ["held": 20220108]) },
        "study_short": { try $0.change("study", "kind = 'morning' AND held = 20220105", ["minutes": 30]) },
        "branch_post_vacant": { try $0.change("branch_post", "began = 20220705", ["ended": 20221001]) },
        "branch_post_two": { b in
            let unit = try b.one("org_unit", "kind = 'branch'")
            for began in [20220801, 20220901] as [Int64] {
                try b.add("branch_post", ["unit": .id(unit), "post": "secretary", "began": .integer(began)])
            }
        },
        "branch_issue_overdue": { b in
            try b.add("branch_issue", ["unit": .id(try b.one("org_unit")), "found": 20220401, "issue": "试", "due": 20220501, "state": "listed"])
        },
        "published_unreviewed": { try $0.change("publication", "published BETWEEN 20220101 AND 20221231 AND state = 'out'", ["reviews": 2]) },
        "published_reader_wrote": { b in
            let post = Value.id(try b.one("staff"))
            try b.change("publication", "published BETWEEN 20220101 AND 20221231", ["author": post, "first_by": post])
        },
        "early_sign_open": { try $0.change("talk", "occasion = 'early_sign'", ["settled": .null]) },
        "risk_not_reviewed": { try $0.change("integrity_risk", "state = 'active' AND found < 20220101", ["reviewed": 20210601]) },
        "assignment_overdue": { try $0.change("cadre_assignment", "state = 'away'", ["due": 20220701]) },
        "place_expired": { try $0.change("publicity_site", "state = 'up'", ["taken_down": 20220701]) },
        "vegetables_over": { try $0.change("welfare", "kind = 'given_on' AND batch = 'SC2022-1'", ["weight": 90_000_000]) },
        "gift_no_purpose": { try $0.change("welfare", "kind = 'cash'", ["for": .null]) },
        "gift_no_donor": { try $0.change("welfare", "kind = 'cash'", ["donor": .null]) },
        "purchase_twice": { b in
            let village = Value.id(try b.one("village"))
            for item in ["甲", "乙"] {
                try b.add(
                    "rural_purchase",
                    ["kind": "product", "bought": 20220601, "village": village, "item": .text(item), "buyer_name": "试", "amount": 100])
            }
        },
        "rural_job_no_form": { b in
            for number in 0..<9 {
                guard let id = try? b.one("rural_job", "month = 20220501") else { break }
                try b.change("rural_job", "id = \(id)", ["month": .integer(20_240_101 + Int64(number))])
            }
        },
        // A fourth town: firms help farming in it, and no seedling comes from there.
        "towns_differ": { b in
            let village = Value.id(try b.one("village", "town = '北坪镇'"))
            try b.add("rural_support", ["kind": "farming", "village": village, "what": "试", "began": 20220601])
        },
        "seedling_no_area": { try $0.change("rural_purchase", "kind = 'seedling'", ["planted": 0]) },
        "farm_no_size": { try $0.change("farm", ["heads": .null, "birds": .null]) },
    ]
}
