import Registers
import Storage
import Testing

@Suite("What people type into fields")
struct FieldInputTests {
    /// The stored value of an input into a field of the trial park; the words of the fault where it isn't taken.
    private func read(_ register: Name, _ field: Name, _ input: Input, unit: Unit? = nil) throws -> Result<Value, Fault> {
        let catalogue = try CatalogueReader.catalogue(Park.sources())
        let kind = try #require(catalogue.register(register)?.field(field)).kind
        do throws(Fault) { return .success(try kind.read(input, InputContext(unit: unit))) } catch { return .failure(error) }
    }

    private func value(_ register: Name, _ field: Name, _ text: String, unit: Unit? = nil) throws -> Value? {
        try? read(register, field, .text(text), unit: unit).get()
    }

    @Test("numbers are exact in the field's unit, whatever unit they are typed in")
    func numbers() throws {
        #expect(try value("sales", "output", "1,234.5") == 123_450)
        #expect(try value("sales", "output", "１，２３４．５万元") == 123_450)
        #expect(try value("sales", "output", "-0.01") == -1)
        #expect(try value("sales", "output", "2亿元") == 2_000_000)
        #expect(try value("sales", "output", "100元") == 1)
        #expect(try value("sales", "output", "300", unit: Unit("元")) == 3)
        // 1 公顷 is 15 亩, and 2000 m² are 3 亩.
        #expect(try value("enterprise", "land", "1公顷") == 1500)
        #expect(try value("enterprise", "land", "2000平方米") == 300)
    }

    @Test("what can't be kept exactly is refused and never rounded")
    func inexact() throws {
        for text in ["1.005", "1元", "0.001", "50元", "1,23", "1 234", "1.2.3", "--1", "1e5", "0x10", "١٢", "½", "", "万元", "5亩", "12x", "NaN", "∞"] {
            #expect(try value("sales", "output", text) == nil, "\(text)")
        }
        #expect(try value("enterprise", "land", "1平方米") == nil)
        #expect(try value("enterprise", "land", "-1") == nil)
    }

    @Test("numbers at the edges of 64 bits are taken or refused, and end nothing")
    func edges() throws {
        #expect(try value("sales", "output", "92233720368547758.07") == .integer(.max))
        #expect(try value("sales", "output", "-92233720368547758.08") == .integer(.min))
        #expect(try value("sales", "output", "92233720368547758.08") == nil)
        #expect(try value("sales", "output", "92233720368547758.07亿元") == nil)
        #expect(try value("sales", "output", String(repeating: "9", count: 36)) == nil)
        #expect(try value("sales", "output", String(repeating: "9", count: 1_000_000)) == nil)
        #expect(try value("sales", "output", String(repeating: "0", count: 40) + "1") == nil)
    }

    @Test("days are days of the calendar")
    func days() throws {
        for text in ["2022-03-13", "2022/3/13", "2022.3.13", "2022年3月13日", "20220313", "２０２２－０３－１３", "2022-03-13 00:00:00"] {
            #expect(try value("enterprise", "founded", text) == 20_220_313, "\(text)")
        }
        for text in ["2022-02-30", "2022-13-01", "2022-00-10", "22-03-13", "0000-01-01", "20220231", "2022-03-13 18:05", "yesterday", "99999-01-01"] {
            #expect(try value("enterprise", "founded", text) == nil, "\(text)")
        }
        // 44633 is 13 March 2022 in the serial numbers of workbooks; 60 is the day that never was.
        #expect(try read("enterprise", "founded", .number("44633")) == .success(20_220_313))
        #expect(throws: Fault.self) { try read("enterprise", "founded", .number("60")).get() }
        #expect(throws: Fault.self) { try read("enterprise", "founded", .number("9223372036854775807")).get() }
    }

    @Test("moments go by the site's clock, with their local day, wherever that is")
    func moments() throws {
        // 18:05 in the park is 10:05 in Greenwich.
        let expected = try #require(Moment(try Park.day(2022, 3, 13), hour: 10, minute: 5, offset: 0))
        #expect(try value("hazard", "found", "2022-03-13 18:05") == .integer(expected.milliseconds))
        for text in ["2022-03-13 24:00", "2022-03-13 18:60", "2022-02-30 10:00", "18:05"] {
            #expect(try value("hazard", "found", text) == nil, "\(text)")
        }
        let far = try CatalogueReader.catalogue(Park.sources(["site.yaml": Park.site.replacing("+08:00", with: "-05:30")]))
        let kind = try #require(far.register("hazard")?.field("found")).kind
        let value = try kind.read(.text("2022-03-13 18:05"), InputContext())
        #expect(kind.text(value, .zh) == "2022-03-13 18:05")
        #expect(value == .integer(try #require(Moment(try Park.day(2022, 3, 13), hour: 23, minute: 35, offset: 0)).milliseconds))
        #expect(throws: Fault.self) { try read("hazard", "found", .moment(Moment(milliseconds: .min))).get() }
    }

    @Test("periods are kept by their first day")
    func periods() throws {
        for text in ["2022-03", "2022年3月", "2022.3", "202203", "2022/03", "2022年3月份", "2022-03-31"] {
            #expect(try value("sales", "month", text) == 20_220_301, "\(text)")
        }
        for text in ["2022", "44621", "20221", "2022-13", "2022Q1", "三月", "2022-3-32"] {
            #expect(try value("sales", "month", text) == nil, "\(text)")
        }
    }

    @Test("a choice is one of its options, by either label; a retired one can't be chosen")
    func choices() throws {
        #expect(try value("enterprise", "zone", "核心区") == "core")
        #expect(try value("enterprise", "zone", "East") == "east")
        #expect(try value("enterprise", "zone", "core") == "core")
        #expect(try value("enterprise", "zone", "老区") == nil)
        #expect(try value("enterprise", "zone", "西区") == nil)
    }

    @Test("a text is one line of at most its length, without control characters")
    func texts() throws {
        #expect(try value("enterprise", "name", "　云川重工 ") == "云川重工")
        #expect(try value("enterprise", "name", "云川\n重工") == nil)
        #expect(try value("enterprise", "name", String(repeating: "长", count: 61)) == nil)
        #expect(try value("enterprise", "name", "a\u{0}b") == nil)
        #expect(try value("enterprise", "name", "'; DROP TABLE r_enterprise; --") == "'; DROP TABLE r_enterprise; --")
    }

    @Test("small tables read the cells of each line, and say which line is wrong")
    func rows() throws {
        let kind = try #require(CatalogueReader.catalogue(Park.sources()).register("hazard")?.field("parts")).kind
        let value = try kind.read(.text("阀门\t3\n管道|12"), InputContext())
        #expect(RowsField.rows(value).map(\.cells) == [["spot": "阀门", "size": "3"], ["spot": "管道", "size": "12"]])
        #expect(try kind.read(.text(kind.plain(value)), InputContext()) == value)
        #expect(throws: Fault(zh: "第 2 行“尺寸”：“大”不是数。写成 1234.5 或 1,234.5。", en: "Line 2, “Size”: “大” is no number. Write 1234.5 or 1,234.5.")) {
            try kind.read(.text("阀门|3\n管道|大"), InputContext())
        }
        #expect(throws: Fault.self) { try kind.read(.text("a|1|2"), InputContext()) }
        #expect(throws: Fault.self) { try kind.read(.text(String(repeating: "a|1\n", count: 501)), InputContext()) }
    }

    @Test("what is stored prints, and what is printed plainly is read back as the same")
    func roundTrips() throws {
        let catalogue = try CatalogueReader.catalogue(Park.sources())
        let samples: [(Name, Name, String)] = [
            ("sales", "output", "-12,345.67"), ("sales", "month", "2022-11"), ("enterprise", "founded", "2019-02-28"), ("enterprise", "zone", "东区"),
            ("hazard", "found", "2022-12-31 23:59"), ("hazard", "urgent", "是"), ("enterprise", "land", "0.5"),
        ]
        for (register, field, text) in samples {
            let kind = try #require(catalogue.register(register)?.field(field)).kind
            let value = try kind.read(.text(text), InputContext())
            #expect(try kind.read(.text(kind.plain(value)), InputContext()) == value, "\(field.text)")
        }
    }
}
