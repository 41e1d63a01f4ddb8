import ArgumentParser
import Foundation
import Registers
import Storage

/// Lists the registers.
struct RegistersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "registers", abstract: "列出台账。List the registers.")

    @OptionGroup var argument: SiteArgument
    @Flag(help: "以 JSON 输出。As JSON.") var json = false

    /// A register as other programs read it.
    private struct Entry: Encodable {
        struct Field: Encodable {
            var id: String
            var name: Words
            var kind: String
            var unit: String?
        }
        struct State: Encodable {
            var id: String
            var name: Words
            var stage: String
        }
        var id: String
        var name: Words
        var purpose: Words
        var group: String
        /// `all`, or roles.
        var readers: [String]
        var covers: [String]
        var key: [String]
        var list: [String]
        var views: [String]
        var fields: [Field]
        var states: [State]
    }

    func run() throws {
        let catalogue = try Declared.waiting(in: argument.folder).catalogue
        guard json else {
            for register in catalogue.registers {
                print("\(register.id.text)\t\(register.name(Terminal.language))\t\(register.covers.joined(separator: " "))")
            }
            return
        }
        let entries = catalogue.registers.map { register in
            Entry(
                id: register.id.text, name: register.name, purpose: register.purpose, group: register.group.text,
                readers: register.readers.written(catalogue.roles), covers: register.covers, key: register.key.map(\.text),
                list: register.list.map(\.text), views: register.views,
                fields: register.activeFields.map {
                    .init(id: $0.id.text, name: $0.name, kind: type(of: $0.kind).word, unit: $0.kind.unit)
                },
                states: register.states.map { .init(id: $0.id.text, name: $0.name, stage: $0.stage.rawValue) })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(entries), as: UTF8.self))
    }
}
