@testable import Indicators
import Registers
@testable import Storage
import Testing

@Suite("The SQL of a measure")
struct CountedSQLTests {
    private func sql(_ id: Name, _ period: String, scope: Name = "park", asOf: Int64? = nil, by: Name? = nil) throws -> [String] {
        let park = try Park(
            """
            tax: { name: { zh: 税金, en: Tax }, measure: sum of tax_payment.paid where enterprise.zone = core, unit: 万元, status: final }
            output: { name: { zh: 产值, en: Output }, measure: sum of latest sales.output_to_date by enterprise, unit: 万元 }
            firms: { name: { zh: 高企, en: Firms }, measure: distinct of qualification.enterprise where kind = high_tech and valid at end, kind: stock }
            last: { name: { zh: 增加值, en: VA }, measure: latest of ref_stat.amount where item = value_added, unit: 亿元, status: by field standing }
            """)
        let period = try #require(Period(period))
        return try park.book.store.read { reading in
            let calculation = Calculation(park.figures, reading)
            let indicator = try calculation.indicator(id)
            guard case .counted(let counted) = indicator.definition else { return [] }
            let counting = try calculation.counting(counted, of: indicator, Question(period: period, scope: scope, asOf: asOf, by: by))
            let span = try #require(counting.span((period.start, period.end)))
            return try [span.all, span.before].compactMap { $0 }.map { part in
                let sql = try #require(counting.sql(for: part))
                let (text, values) = reading.dialect.render(try sql.totals((period.start, period.end), part, by: counting.group, split: false))
                return "\(text) <- \(values.map { "\($0)".filter { !"()".contains($0) } }.joined(separator: " "))"
            }
        }
    }

    @Test("a sum with a condition on the record that is referred to")
    func sum() throws {
        #expect(
            try sql("tax", "2022") == [
                """
                SELECT 0, count(*), sum(p.f) FROM (SELECT "t".id AS id, 0 AS g, "t"."paid" AS f, "t"."received" AS m FROM "r_tax_payment" AS "t" \
                WHERE "t"."void" = 0 AND "t"."received" >= ? AND "t"."received" <= ? AND ((SELECT "t_0"."zone" FROM "r_enterprise" AS "t_0" \
                WHERE "t_0".id = "t"."enterprise") = ?)) AS p <- integer20220101 integer20221231 text"core"
                """
            ])
    }

    @Test("the last cumulative of each series, broken down, under a scope; and what was there before the quarter")
    func latest() throws {
        func expected(_ end: Int) -> String {
            """
            SELECT p.g, count(*), sum(p.f), sum(CASE WHEN p.state IN (?) THEN 0 ELSE 1 END) FROM (SELECT "t".id AS id, "t"."enterprise" AS g, \
            "t"."output_to_date" AS f, "t"."month" AS m, "t"."state" AS state FROM (SELECT "t"."enterprise" AS "s0", max("t"."month") AS m \
            FROM "r_sales" AS "t" WHERE "t"."void" = 0 AND ("t"."state" IS NULL OR "t"."state" NOT IN (?)) AND "t"."month" >= ? AND "t"."month" <= ? \
            GROUP BY "t"."enterprise") AS l JOIN "r_sales" AS "t" ON "t"."enterprise" = l."s0" AND "t"."month" = l.m WHERE "t"."void" = 0 \
            AND ("t"."zone" = ?)) AS p GROUP BY p.g <- text"locked" text"withdrawn" integer20220101 integer\(end) text"core"
            """
        }
        #expect(try sql("output", "2022H1", scope: "core", by: "enterprise") == [expected(2022_06_30)])
        #expect(try sql("output", "2022Q2", scope: "core", by: "enterprise") == [expected(2022_06_30), expected(2022_03_31)])
    }

    @Test("a stock asks its validity, and as of a change every table is the table of that change")
    func asOf() throws {
        let texts = try sql("firms", "2022", asOf: 7)
        #expect(texts.count == 1)
        let text = try #require(texts.first)
        #expect(text.contains(#"FROM (SELECT "id", "since", "enterprise""#))
        #expect(text.contains(#"FROM "r_qualification_past" WHERE +since <= ? AND until > ?) AS "t" WHERE "t"."void" = 0 AND"#))
        #expect(text.contains(#"("t"."expires" IS NULL OR "t"."expires" >= ?)"#))
        #expect(!text.contains(#""t"."approved" >= ?"#))
        #expect(text.hasPrefix("SELECT 0, count(*), count(DISTINCT p.f)"))
    }

    @Test("the latest of all is one record, with what its status depends on")
    func single() throws {
        let text = try #require(try sql("last", "2022").first)
        // Not of a key: the last by time, then by number.
        #expect(text.contains("row_number() OVER (ORDER BY \"t\".\"month\" DESC, \"t\".id DESC) AS nth"))
        #expect(text.contains("max(p.f), 0, sum(CASE WHEN p.standing = ? THEN 1 ELSE 0 END)"))
    }
}
