public import Foundation
import Indicators
import Registers
import Storage

/// The list of what a year's plan promised, for machines; its keys stay.
public struct CommitmentsJSON: Encodable {
    private let year: Int
    private let day: String
    private let promises: [Entry]

    private struct Entry: Encodable {
        var register: String
        var record: Int64
        var chapter: String
        var name: String
        var promised: String
        var owner: String
        var due: String
        var light: String
        var indicator: String?
        var scope: String?
        var aim: String?
        var reached: String?
        var value: String?
        var unit: String?
        var status: String?
        var done: String?
        var pace: String?
        var progress: String
        var proof: String
    }

    public init(_ list: Commitments) {
        year = list.year
        day = list.day.iso
        promises = list.all.map { one in
            let target = one.measure?.target
            return Entry(
                register: one.record.register.text, record: one.record.id, chapter: one.chapter.zh, name: one.name, promised: one.promised,
                owner: one.owner, due: one.due.iso, light: one.light.rawValue, indicator: one.measure?.indicator.id.text,
                scope: one.measure?.scope.text, aim: one.measure?.aimed(.zh), reached: one.measure?.reached(.zh),
                value: target?.reached.amount.map { AmountText.rounded($0, places: 4) }, unit: one.measure?.unit,
                status: target?.status.rawValue, done: target?.done.map { AmountText.rounded($0, places: 1) },
                pace: target?.pace.map { AmountText.rounded($0, places: 1) }, progress: one.progress, proof: one.proof)
        }
    }

    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
