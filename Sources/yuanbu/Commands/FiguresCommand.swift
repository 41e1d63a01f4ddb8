import ArgumentParser
import Foundation
import Indicators
import Registers
import Storage

/// Prints every indicator for every year of a span: a table to look over, and what the benchmark times.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "figures", abstract: "列出各年全部指标值。All indicators for the years of a span.")

    @OptionGroup var argument: SiteArgument
    @Option(help: "起始年。The first year.") var from: Int
    @Option(help: "截止年。The last year.") var to: Int
    @Flag(help: "另报第一遍和第二遍（已记住）的用时。Also tell how long the first and the remembered pass took.") var timing = false

    func validate() throws {
        if !(1949...2200).contains(from) || !(from...2200).contains(to) {
            throw ValidationError("年份应在 1949 到 2200 之间，先小后大。Years are from 1949 to 2200, the earlier first.")
        }
    }

    func run() throws {
        let declared = try Declared.book(in: argument.folder, readOnly: true)
        let figures = declared.figures
        let periods = (from...to).compactMap { Period(year: $0) }
        func pass() throws -> [[String]] {
            try declared.book.store.read { reading in
                try declared.indicators.indicators.map { indicator in
                    [indicator.name(Terminal.language)]
                        + (try periods.map { try figures.figure(indicator.id, $0, in: reading).printed(Terminal.language) })
                }
            }
        }
        let clock = ContinuousClock()
        var rows: [[String]] = []
        let first = try clock.measure { rows = try pass() }
        print(([""] + periods.map { String($0.year) }).joined(separator: "\t"))
        for row in rows { print(row.joined(separator: "\t")) }
        guard timing else { return }
        let second = try clock.measure { _ = try pass() }
        Terminal.complain("first \(milliseconds(first)) ms, remembered \(milliseconds(second)) ms")
    }

    private func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}
