import Registers
import Storage
import Testing

@Suite("Diagnostics of declarations")
struct DiagnosticsTests {
    /// The diagnostics of the usual declarations with one file in place of the usual one.
    private func diagnostics(_ file: String, _ text: String) -> [Diagnostic] {
        do throws(Diagnostics) {
            _ = try CatalogueReader.catalogue(Park.sources([file: text]))
            return []
        } catch { return error.sorted }
    }

    @Test("a dozen faults in one file give a dozen diagnostics, each with its line and column")
    func allAtOnce() {
        let text = """
            register: sales
            grup: economy
            group: economi
            name: { zh: 产销月报, en: Sales }
            purpose: { zh: 逐月产值 }
            title: "{firm} {month}"
            key: [enterprise, monat]
            time: enterprise
            fields:
              enterprise: { name: { zh: 企业, en: Enterprise }, kind: reference, to: enterprize, required: yes }
              month: { name: { zh: 月份, en: Month }, kind: period, every: fortnight }
              output: { name: { zh: 产值, en: Output }, kind: money, unit: 万圆, places: 2 }
              Cost: { name: { zh: 成本, en: Cost }, kind: money, unit: 万元 }
              margin: { name: { zh: 毛利, en: Margin }, kind: formulas, is: output }
              state: { name: { zh: 状态, en: State }, kind: text }
            """
        let found = diagnostics("registers/sales.yaml", text).map { "\($0.place.line):\($0.place.column) \($0.rule)" }
        #expect(
            found == [
                "2:1 unknown-key", "3:8 unknown-group", "5:10 missing-key", "6:9 unknown-field", "7:19 unknown-field", "8:7 time",
                "10:3 unknown-register",
                "11:62 choice", "12:62 unit", "13:3 name", "14:49 unknown-kind", "15:3 reserved",
            ])
    }

    @Test("names are checked once the fields are known, with the nearest that exists")
    func names() {
        let text = Park.sales.replacing("\"{enterprise} {month}\"", with: "\"{enterprize} {month}\"")
            .replacing("key: [enterprise, month]", with: "key: [enterprise, mouth]").replacing("to: enterprise", with: "to: enterprize")
        let found = diagnostics("registers/sales.yaml", text)
        #expect(found.map(\.rule) == ["unknown-field", "unknown-field", "unknown-register"])
        #expect(found.map(\.suggestion) == ["enterprise", "month", "enterprise"])
        #expect(found.map(\.place.line) == [5, 6, 10])
        #expect(found[0].text(.zh).contains("是不是“enterprise”？"))
    }

    @Test("a formula that leads back to itself is a cycle")
    func cycle() {
        let text = Park.sales.replacing("is: output - cost", with: "is: rate * output")
        let found = diagnostics("registers/sales.yaml", text)
        #expect(found.map(\.rule) == ["cycle", "cycle"])
    }

    @Test("units that don't convert are refused where they meet")
    func units() {
        let text = Park.enterprise + "\n  wide: { name: { zh: 大, en: Wide }, kind: formula, is: land > 3 万元, gives: yes_no }\n"
        let found = diagnostics("registers/enterprise.yaml", text)
        #expect(found.map(\.rule) == ["unit"])
        #expect(found.first?.message.zh == "“万元”不能换算成“亩”。")
    }

    @Test("a formula sees its own record only")
    func ownRecord() {
        let text = Park.sales.replacing("is: output - cost", with: "is: enterprise.land * 2")
        #expect(diagnostics("registers/sales.yaml", text).map(\.rule) == ["own-record"])
    }

    @Test("two fields can't share a column: a renamed one, or a moment's day")
    func columns() {
        let renamed = Park.enterprise + "\n  label: { name: { zh: 标签, en: Label }, kind: text, was: name }\n"
        #expect(diagnostics("registers/enterprise.yaml", renamed).map(\.rule) == ["column"])
        let day = Park.hazard.replacing("  due: {", with: "  found_day: { name: { zh: 日, en: Day }, kind: day }\n  due: {")
        #expect(diagnostics("registers/hazard.yaml", day).map(\.rule) == ["column"])
        let reserved = Park.enterprise + "\n  label: { name: { zh: 标签, en: Label }, kind: text, was: title }\n"
        #expect(diagnostics("registers/enterprise.yaml", reserved).map(\.rule) == ["reserved"])
    }

    @Test("a default that the field wouldn't take, and a title that shows what is personal, are told")
    func defaults() {
        let wrong = Park.hazard.replacing("default: minor", with: "default: tiny")
        #expect(diagnostics("registers/hazard.yaml", wrong).map { "\($0.place.line) \($0.rule)" } == ["14 default"])
        let shown = Park.enterprise.replacing("title: \"{name}\"", with: "title: \"{name} {boss}\"")
        #expect(diagnostics("registers/enterprise.yaml", shown).map { "\($0.place.line):\($0.place.column) \($0.rule)" } == ["5:8 personal"])
    }

    @Test("what is not YAML, is empty, or says a key twice is one diagnostic at its place")
    func broken() {
        #expect(diagnostics("groups.yaml", "economy: { zh: 经济\n").map(\.rule) == ["yaml"])
        #expect(diagnostics("groups.yaml", "").map(\.rule).first == "empty")
        #expect(diagnostics("groups.yaml", "a: { zh: 甲, en: A }\na: { zh: 乙, en: B }\n").contains { $0.rule == "duplicate-key" })
        #expect(diagnostics("groups.yaml", "- 1\n- 2\n").contains { $0.rule == "map" })
    }

    @Test("yes and no are the only truth values, and a scalar is read as it is written")
    func truth() {
        let text = Park.enterprise.replacing("required: yes, unique: yes", with: "required: yes, unique: true")
        #expect(diagnostics("registers/enterprise.yaml", text).map(\.rule) == ["yes-no"])
    }

    @Test("brackets nested without end are refused and don't end the process")
    func nested() {
        let text = Park.sales.replacing(
            "is: output - cost", with: "is: \"\(String(repeating: "(", count: 5000))output\(String(repeating: ")", count: 5000))\"")
        let found = diagnostics("registers/sales.yaml", text)
        #expect(found.map(\.rule) == ["expression"])
        #expect(found.first?.place.line == 14)
    }

    @Test(
        "expressions without end are refused wherever they stand, and end nothing",
        arguments: [
            ("output > 0", " or output > 0", 300), ("output > 0", " and output > 0", 100_000), ("output", " + output", 100_000),
            ("output", " * 2", 3000),
            ("not", " not", 100_000), ("-", " -", 100_000), ("output in (1", ", 1", 100_000), ("min(", "min(", 5000), ("abs(", "abs(", 61),
        ])
    func endless(_ first: String, _ again: String, _ times: Int) {
        let text = first + String(repeating: again, count: times)
        let field = "  long: { name: { zh: 长, en: Long }, kind: formula, is: \"\(text)\" }\n"
        let check = "  long: { name: { zh: 长, en: Long }, kind: number, check: \"\(text)\" }\n"
        for line in [field, check] {
            let found = diagnostics("registers/sales.yaml", Park.sales + "\n" + line)
            #expect(found.map(\.rule) == ["expression"], "\(found.map { $0.text(.en).prefix(200) })")
            #expect(found.first?.place.line == 16)
        }
    }

    @Test("comparisons within comparisons are read in a moment")
    func comparisons() {
        let text = String(repeating: "(", count: 50) + "nothing = 1" + String(repeating: ") = yes", count: 50)
        let taken = ContinuousClock().measure {
            let found = diagnostics(
                "registers/sales.yaml", Park.sales + "\n  deep: { name: { zh: 深, en: Deep }, kind: number, check: \"\(text)\" }\n")
            #expect(found.map(\.rule) == ["unknown-field"])
        }
        #expect(taken < .seconds(20))
    }

    @Test("an option may stand on either side of its choice")
    func options() {
        for check in ["zone = core", "core = zone", "core < zone", "zone in (core, east)"] {
            let line = "  x: { name: { zh: 甲, en: X }, kind: number, check: \"\(check)\" }\n"
            #expect(diagnostics("registers/enterprise.yaml", Park.enterprise + "\n" + line).isEmpty, "\(check)")
        }
        let line = "  x: { name: { zh: 甲, en: X }, kind: number, check: gore = zone }\n"
        #expect(diagnostics("registers/enterprise.yaml", Park.enterprise + "\n" + line).map(\.suggestion) == ["core"])
    }

    @Test("a text of thirty megabytes is read and reported in a moment")
    func large() {
        let text = "economy: { zh: 经济, en: Economy }\nnote: \"" + String(repeating: "园", count: 10_000_000) + "\"\n"
        #expect(text.utf8.count > 30_000_000)
        let clock = ContinuousClock()
        let taken = clock.measure { #expect(diagnostics("groups.yaml", text).contains { $0.rule == "two-languages" }) }
        #expect(taken < .seconds(60))
    }

    @Test("a suggestion is made for a slip and not for something else")
    func suggestions() {
        #expect(Suggestion.nearest(to: "enterprize", among: ["enterprise", "month"]) == "enterprise")
        #expect(Suggestion.nearest(to: "ouptut", among: ["output", "cost"]) == "output")
        #expect(Suggestion.nearest(to: "water", among: ["output", "cost"]) == nil)
    }
}
