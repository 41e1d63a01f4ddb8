extension Reading {
    /// Whether a change noted exactly these pieces, in this order: for plain rows whose digest the chain holds.
    public func noted(_ pieces: [[UInt8]], by change: Int64) throws -> Bool {
        let kept = try value("SELECT noted FROM \(SystemTables.change) WHERE number = \(change)").text ?? ""
        guard !pieces.isEmpty else { return kept.isEmpty }
        var stream = DigestStream()
        for piece in pieces {
            var counted: [UInt8] = []
            counted.append(counted: piece)
            stream.append(counted)
        }
        return kept == Hexadecimal.text(stream.finish())
    }
}
