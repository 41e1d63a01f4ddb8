import Registers
import Storage

/// A register for programs: its fields, states and steps as they are declared, as far as they may be seen.
struct RegisterJSON {
    let register: Register
    let permission: Permission

    /// Both languages.
    static func words(_ words: Words) -> JSON { .of([("zh", .string(words.zh)), ("en", .string(words.en))]) }

    var value: JSON {
        .of([
            ("register", .string(register.id.text)), ("group", .string(register.group.text)), ("name", RegisterJSON.words(register.name)),
            ("purpose", RegisterJSON.words(register.purpose)), ("key", .array(register.key.map { .string($0.text) })),
            ("time", .text(register.time?.text)), ("writes", .bool(permission.writes(register))),
            ("fields", .array(register.activeFields.filter { permission.sees($0) }.map(field))), ("states", .array(register.states.map(state))),
            ("moves", .array(register.moves.map(move))),
        ])
    }

    private func field(_ field: Field) -> JSON {
        var members: [(String, JSON)] = [
            ("field", .string(field.id.text)), ("name", RegisterJSON.words(field.name)), ("kind", .string(type(of: field.kind).word)),
            ("unit", .text(field.kind.unit)), ("to", .text(field.kind.target?.text)),
        ]
        if let choice = field.kind as? ChoiceField {
            members.append(
                (
                    "options",
                    .array(
                        choice.options.map {
                            .of([("id", .string($0.id.text)), ("name", RegisterJSON.words($0.name)), ("retired", .bool($0.isRetired))])
                        })
                ))
        }
        return .of(members)
    }

    private func state(_ state: State) -> JSON {
        .of([("state", .string(state.id.text)), ("name", RegisterJSON.words(state.name)), ("stage", .string(state.stage.rawValue))])
    }

    private func move(_ move: Move) -> JSON {
        .of([
            ("move", .string(move.id.text)), ("name", RegisterJSON.words(move.name)), ("from", .array(move.from.map { .string($0.text) })),
            ("to", .string(move.to.text)), ("by", .array(move.by.map { .string($0.text) })),
            ("needs", .array(move.needs.map { .string($0.text) })),
        ])
    }
}
