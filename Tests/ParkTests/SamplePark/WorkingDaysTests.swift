import Registers
import Storage
import Testing

@testable import SamplePark

@Suite struct WorkingDaysTests {
    @Test("The story keeps the working days that the park declares")
    func declared() throws {
        let declared = try SampleBook.shared().book.catalogue.calendar
        let end = try #require(Day(2023, 1, 31))
        for day in (2021...2023).flatMap({ WorkingDays.days(of: $0) }) where day <= end {
            #expect(try WorkingDays.isWorked(day) == declared.isWorkday(day), "\(day.iso)")
        }
    }
}
