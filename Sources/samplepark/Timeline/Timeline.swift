public import Foundation
public import Registers
import Storage

/// The story of the sample park, 云川工业园区（示例）: everything that was written into its book from January 2018 to January 2023, in order.
///
/// Names, days and yearly results are content (`Samples`); the months are drawn from the seed so that they come to those results exactly.
/// The same content and seed always give the same events (docs/sample-park.md).
public struct Timeline: Sendable {
    public let events: [TimelineEvent]
    /// The one file that stands for all evidence.
    let evidence: [UInt8]?

    /// - Parameters:
    ///   - samples: the folder `Samples`.
    ///   - calendar: which days are worked, from 2020 to January 2023.
    /// - Throws: `SampleError` where the content contradicts itself, `FormatError` where a file can't be read.
    public init(samples: URL, calendar: WorkCalendar, seed: UInt64 = 2018) throws {
        let content = try SampleContent(samples)
        evidence = (try? Data(contentsOf: samples.appendingPathComponent("evidence.pdf"))).map { Array($0) }
        let outputs = try Outputs(content, seed: seed)
        let projects = try content.projects.map { try Project($0) }
        var events = try ContentRecords(content: content).events()
        events += try EnterpriseCourse(content: content).events()
        events += try ProductForms(content: content, outputs: outputs).events()
        events += try SalesForms(content: content, outputs: outputs, seed: seed).events()
        events += try FinanceForms(content: content, outputs: outputs, seed: seed).events()
        events += try EmploymentForms(content: content, outputs: outputs, seed: seed).events()
        events += try EnergyForms(content: content, outputs: outputs, seed: seed).events()
        events += EpidemicDays(content: content, seed: seed).events()
        events += try EpidemicHealth(content: content, seed: seed).events()
        events += SewageDays(content: content, seed: seed).events()
        events += Visits(content: content, seed: seed).events()
        events += ServiceCases(content: content, seed: seed).events()
        events += Inspections(content: content, seed: seed).events()
        events += TaxReceipts(content: content, outputs: outputs, seed: seed).events()
        events += try ProjectCourse(content: content, projects: projects, decisions: Decisions(content)).events()
        events += InvestmentForms(projects: projects, seed: seed).events()
        events += ProjectProgress(projects: projects, seed: seed).events()
        events += try WaterReadings(content: content, seed: seed).events()
        events += try MaintenanceOrders(content: content, seed: seed).events()
        events += try Publications(content: content, seed: seed).events()
        let days = try OfficeDays(content, staff: OfficeStaff(content), calendar: calendar, seed: seed)
        let plans = WeekPlans(days: days, seed: seed)
        events += try AttendanceRecords(content: content, days: days).events()
        events += plans.events()
        events += try TaskWeeks(content: content, days: days, seed: seed).events()
        events += Appraisals(plans: plans.plans, days: days).events()
        self.events = Timeline.merged(Timeline.sorted(events))
    }

    /// By moment; of one moment, what others refer to first, and new records before changes.
    private static func sorted(_ events: [TimelineEvent]) -> [TimelineEvent] {
        let ranked = events.enumerated().map { (rank: rank($0.element), number: $0.offset, event: $0.element) }
        return ranked.sorted { left, right in
            if left.event.at != right.event.at { return left.event.at < right.event.at }
            return left.rank != right.rank ? left.rank < right.rank : left.number < right.number
        }
        .map(\.event)
    }

    private static func rank(_ event: TimelineEvent) -> Int {
        let order = [
            "industry", "org_unit", "staff", "document", "meeting", "agenda_item", "incoming", "instruction", "task_list", "accreditation", "chain",
            "enterprise", "product", "project", "phase",
        ]
        let place = order.firstIndex(of: event.register.text) ?? order.count
        if case .add = event.act { return place * 2 }
        return place * 2 + 1
    }

    /// What one post wrote at one moment, for one reason and of one kind, is one event.
    private static func merged(_ events: [TimelineEvent]) -> [TimelineEvent] {
        var merged: [TimelineEvent] = []
        for event in events {
            guard let last = merged.last, last.at == event.at, last.register == event.register, last.subject == event.subject,
                last.reason == event.reason, let act = joined(last.act, event.act)
            else {
                merged.append(event)
                continue
            }
            merged[merged.count - 1] = TimelineEvent(at: last.at, subject: last.subject, reason: last.reason, register: last.register, act: act)
        }
        return merged
    }

    private static func joined(_ first: TimelineEvent.Act, _ second: TimelineEvent.Act) -> TimelineEvent.Act? {
        switch (first, second) {
        case (.add(var table), .add(let more)) where table.columns == more.columns:
            table.rows += more.rows
            return .add(table)
        case (.change(let steps), .change(let more)): return .change(steps + more)
        default: return nil
        }
    }
}
