import Indicators
import Registers
import Storage
import Testing

/// The traps of land, utilities and funds; the numbers are worked out by hand from `Samples`.
@Suite struct FactorsStoryTests {
    @Test(
        "What the sample must always give",
        arguments: [
            // 6,000,000 + 3,600,000 元 arrived; 5,400,000 were approved in 2022 and came in January 2023.
            ("zone_fund_arrived", "2022", "960"), ("zone_fund_approved", "2022", "1500"), ("zone_fund_arrived", "2023", "540"),
            // 12.60 + 9.85 + 8.43 + 6.98 million; 3.00 million were approved in December and paid in January.
            ("circular_subsidy_paid", "2022", "3786"), ("circular_subsidy_paid", "2023", "300"),
            ("sewage_fee_paid", "2022", "1126.37"),
            // 38 + 94 drawn, one that ended after midnight of New Year, a place repaired twice, one on New Year's Eve; the void one is none.
            ("pipe_repairs", "2022", "136"), ("pipe_repeats", "2022", "1"),
            // 44 + 103 drawn; the order of New Year's Eve was done after midnight.
            ("pipe_repairs", "2021", "147"),
            // 43 + 118 drawn, 2 + 1 + 3 + 2 told.
            ("parts_replaced", "2022", "169"), ("surface_patched", "2022", "4217.5"),
            // Of the 42,800 m³ of the meter that serves production since July, 24,100 were for the green.
            ("greening_water", "2022", "71.54"), ("greening_water", "2021", "81.11"),
            ("outsourcing_fee_before", "2022", "648"), ("outsourcing_fee", "2022", "496"),
            // 800 + 1200 + 500; 600 were agreed in November and paid in January.
            ("pledge_amount", "2022", "2500"), ("pledge_amount", "2023", "600"),
            // 14 of 18 against 8 of 14; who withdrew and who still waits is in neither.
            ("financing_decided", "2022", "18"), ("financing_obtained", "2022", "14"), ("financing_decided", "2021", "14"),
            // 16.515 km², printed as 16.52.
            ("unused_land_planned", "2022", "16.515"),
        ])
    func facts(_ indicator: String, _ period: String, _ wanted: String) throws {
        #expect(try SampleBook.shared().value(indicator, period) == wanted)
    }

    @Test("A dial that was misread by 20,000 m³ counts as it was read until it is corrected")
    func misread() throws {
        let park = try SampleBook.shared()
        let before = try #require(try park.changeBefore("2022-09-14"))
        let after = try #require(try park.changeBefore("2022-09-15"))
        let wrong = try #require(Amount(try park.value("greening_water", "2022-08", asOf: before)))
        let right = try #require(Amount(try park.value("greening_water", "2022-08", asOf: after)))
        #expect(try wrong.subtracting(right) == Amount(2))
        #expect(try park.value("greening_water", "2022-08") == right.description)
    }

    @Test("A parcel in 亩 is rounded when it is printed and not before")
    func land() throws {
        let park = try SampleBook.own()
        // 2,308,360.42 m² × 3 ÷ 2000
        #expect(try park.value("new_industrial_land", "2022") == "3462.54063")
        #expect(try park.printed(2022)["#143"] == "3462.54")
        let register = try #require(park.book.catalogue.register("parcel"))
        let id = try #require(try park.ids("parcel", "number = 'YC-GY-2022-05'").first)
        let record = try #require(try park.book.store.read { try park.records.record(id, of: register, in: $0) })
        // 42,533.35 m² are 63.800025 亩.
        #expect(record["area_mu"] == 6380)
    }
}
