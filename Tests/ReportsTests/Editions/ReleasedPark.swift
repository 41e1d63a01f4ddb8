import Foundation
import Indicators
import Registers
import Storage
import Testing

@testable import Reports

/// A little park that keeps editions, with a report of every kind of line.
struct ReleasedPark {
    let park: LittlePark
    let editions: Editions

    static let period = Period(year: 2022) ?? Period(.first)

    static let report = """
        # 工作报告
        {to 市政府}
        ## 实绩
        产值{a}亿元{claim C1}，创新高{/claim}{claim C2}，再创新高{/claim}；比率{ratio}%。新增绿地12公顷。
        - 开工日{opened}。
        {table a, ratio over 3}
        {chart a over 3}
        """

    /// - Parameter rule: what `release_unconfirmed` says.
    init(report: String = ReleasedPark.report, indicators: String = "", rule: String = "reason") throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        func declared(_ name: String) throws -> String {
            try String(contentsOf: root.appendingPathComponent("Declarations/registers/\(name).yaml"), encoding: .utf8)
        }
        var data = LittlePark.series("a", ["10", "12", "11", "15", "20.005"]) + LittlePark.series("b", ["3", "3", "3", "3", "7"])
        data.append(LittlePark.Datum(item: "opened", year: 2022, amount: "2022-07-29"))
        park = try LittlePark(
            data, report: report, claims: "C1: { form: record, of: a }\nC2: { form: record, of: whole }\n",
            slots: "\"#37\": a\nP1: b\n", indicators: indicators,
            more: [
                "registers/edition.yaml": declared("edition"), "registers/confirmation.yaml": declared("confirmation"),
                "registers/source_change.yaml": declared("source_change"),
                "groups.yaml": "economy: { zh: 经济, en: Economy }\nreports: { zh: 报告, en: Reports }\n",
                "parameters.yaml": (LittlePark.base["parameters.yaml"] ?? "")
                    + "\nrelease_unconfirmed: { value: \(rule), name: { zh: 未核, en: Unconfirmed } }\n",
                "roles.yaml": "leader: { zh: 委领导, en: Leader }\ngeneral_office: { zh: 综合办公室, en: General office }\n",
            ])
        editions = Editions(park.book)
    }

    var drafts: Drafts { Drafts(park.figures, park.catalogue) }

    /// A release with nothing left in its way.
    static var ready: Release {
        var release = Release("annual", period, by: "主任")
        release.reason = "各部门正在补核"
        release.acceptsUnconfirmed = true
        release.explanations = ["12公顷": "绿化台账"]
        return release
    }

    static let at = Moment(milliseconds: 1_673_500_000_000)

    @discardableResult
    func release(_ release: Release = ReleasedPark.ready) throws -> Edition { try release.run(drafts, at: ReleasedPark.at).edition }

    func frozen(_ number: Int = 1) throws -> FrozenEdition {
        try park.book.store.read { try editions.frozen(try editions.edition("annual", ReleasedPark.period, number: number, in: $0), in: $0) }
    }

    /// Gives the number of an item in a year another amount.
    func revise(_ item: String, to amount: String, year: Int = 2022) throws {
        let datum = try #require(park.book.catalogue.register("datum"))
        try park.book.store.write(Intent(subject: "统计岗", reason: "年报核定", kind: "edit", at: ReleasedPark.at)) { writing in
            let row = try writing.rows(
                "SELECT id FROM \(datum.table.current) WHERE \(datum.column(of: "item")) = \(item) ORDER BY id")
            let id = try #require(row.last?.integer(at: 0))
            try Records(park.book, .console).edit(id, ["amount": .text(amount)], of: datum, in: writing)
        }
    }

    /// What a release is refused for.
    func refusal(_ release: Release) -> String {
        do {
            try self.release(release)
            return ""
        } catch let refused as Refused { return refused.words.zh } catch { return "\(error)" }
    }
}
