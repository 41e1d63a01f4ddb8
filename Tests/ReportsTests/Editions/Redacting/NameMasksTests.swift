import Registers
import Storage
import Testing

@testable import Reports

@Suite("Names that say nothing")
struct NameMasksTests {
    private func masks(_ names: [String]) throws -> NameMasks {
        let park = try LittlePark(fill: { records, catalogue, writing in
            let register = try #require(catalogue.register("enterprise"))
            for name in names { try records.add(["name": .text(name)], to: register, in: writing) }
        })
        let register = try #require(park.book.catalogue.register("enterprise"))
        return try park.book.store.read { try NameMasks([register], park.book, asOf: nil, in: $0) }
    }

    @Test("One name has one mask wherever it stands, and the longer name is taken before the shorter in it")
    func consistent() throws {
        var masks = try masks(["恒川", "恒川新材料", "云岭"])
        #expect(masks.masked("恒川新材料和恒川都已投产，云岭没有。") == "A企业和B企业都已投产，C企业没有。")
        #expect(masks.masked("云岭、恒川新材料") == "C企业、A企业")
        #expect(masks.used.map(\.title) == ["恒川新材料", "恒川", "云岭"])
        #expect(masks.masked("没有名字") == "没有名字")
    }

    @Test("After Z come AA and AB")
    func letters() {
        #expect([0, 25, 26, 27, 51, 52, 701, 702].map(NameMasks.letters) == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"])
    }
}
