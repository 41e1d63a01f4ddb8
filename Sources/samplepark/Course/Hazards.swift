import Storage

/// 一般隐患: entered with the week's inspections, reported by the firm, closed by a re-check of somebody else, some looked at again.
struct Hazards {
    let inspections: [Inspection]

    private static let columns: [Name] = [
        "code", "inspection", "enterprise", "finding", "found", "grade", "onsite", "responsible", "measures", "due",
    ]

    func events() -> [TimelineEvent] {
        inspections.flatMap { inspection in
            inspection.findings.flatMap { finding in [entered(finding, inspection)] + course(finding) }
        }
    }

    private func entered(_ finding: Inspection.Finding, _ inspection: Inspection) -> TimelineEvent {
        let cells = [
            finding.code, inspection.code, inspection.firm.code, finding.text, inspection.day.iso, "minor", finding.isOnsite ? "是" : "否", "企业安全管理岗",
            finding.isOnsite ? "现场整改" : "限期整改", finding.due.iso,
        ]
        return TimelineEvent(
            at: SiteTime.weekly(inspection.day, hour: 11), subject: Inspections.officer, reason: "本周隐患登记", register: "hazard",
            act: .add(SampleTable(Self.columns, [cells])))
    }

    /// What came of it until the story's end.
    private func course(_ finding: Inspection.Finding) -> [TimelineEvent] {
        let steps: [(day: Day?, hour: Int, subject: String, reason: String, values: [Name: String], to: Name)] = [
            (finding.rectified, 14, "企业联系人", "报整改", ["rectified": finding.rectified.iso, "evidence": Start.evidence], "rectified_here"),
            (
                finding.rechecked, 16, Inspections.officer, "复查销号",
                [
                    "rechecked": finding.rechecked.iso, "rechecked_by": Inspections.officer, "recheck_result": "passed",
                    "recheck_evidence": Start.evidence,
                ], "closed"
            ),
            (
                finding.lookedBack, 17, Inspections.officer, "回头看", ["look_back": finding.lookedBack?.iso ?? "", "look_back_note": "保持合格"],
                "seen_again"
            ),
        ]
        return steps.compactMap { step in
            guard let day = step.day, day <= Start.end else { return nil }
            return TimelineEvent(
                at: SiteTime.weekly(day, hour: step.hour), subject: step.subject, reason: step.reason, register: "hazard",
                act: .change([SampleStep(["code": finding.code], step.values, to: step.to)]))
        }
    }
}
