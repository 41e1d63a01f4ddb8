import Registers
public import Storage

extension Editions {
    /// Withdraws an edition (撤回): it is kept and can be read, but stands no more, and nothing is taken from it as published.
    @discardableResult
    public func withdraw(_ edition: Edition, by: String, reason: String, at: Moment) throws -> Change {
        guard let register = book.catalogue.register(Edition.register), let move = register.moves.first(where: { $0.id == "withdraw" }) else {
            throw Release.noRegister
        }
        guard edition.withdrawn == nil else {
            throw Refused(zh: "\(edition.words.zh)已经撤回。", en: "\(edition.words.en) is withdrawn already.")
        }
        guard !by.isEmpty, !reason.isEmpty else {
            throw Refused(zh: "撤回要写由谁（--by）、为什么（--reason）。", en: "A withdrawal says by whom (--by) and why (--reason).")
        }
        return try book.store.write(Intent(subject: by, reason: reason, kind: "withdraw", at: at)) { writing in
            try Records(book, permission).move(
                edition.id, by: move, ["withdrawn": .day(writing.change.day), "withdrawn_by": .text(by), "withdrawal": .text(reason)], of: register,
                in: writing)
        }.change
    }
}
