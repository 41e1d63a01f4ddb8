public import Storage

extension Records {
    /// Changes fields of a record, a finished one too, looks at the book as it would be, and takes everything back: nothing is ever written.
    ///
    /// A finished record keeps its state, as it would be once it was opened, corrected and finished again. Throws what `edit` throws: an unknown
    /// record, a value that is none, a check that fails.
    public func rehearse<T>(
        _ id: Int64, _ inputs: [Name: Input], of register: Register, at: Moment, _ look: (Writing) throws -> T
    ) throws -> T {
        try permission.demandWriting(register)
        var seen: T?
        do {
            try book.store.write(Intent(subject: "rehearsal", reason: "预演", kind: "edit", at: at)) { writing in
                let layout = RecordLayout(register)
                try change(id, try present(id, layout, in: writing), inputs, layout, state: nil, in: writing)
                seen = try look(writing)
                throw TakenBack()
            }
        } catch is TakenBack {}
        guard let seen else { throw Refused(zh: "预演没有完成。", en: "The rehearsal did not end.") }
        return seen
    }

    /// Ends every rehearsal, so that the database takes back what was written.
    private struct TakenBack: Error {}
}
