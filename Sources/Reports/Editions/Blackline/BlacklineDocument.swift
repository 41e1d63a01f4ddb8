public import Formats
public import Storage

/// A blackline as a document with tracked changes: an office program shows them, and each can be accepted or rejected.
public struct BlacklineDocument {
    private let blackline: Blackline
    private let title: String
    private let author: String
    private let made: Day

    /// - Parameters:
    ///   - author: who the changes are said to be by: the organisation.
    ///   - made: the day of the newer text.
    public init(_ blackline: Blackline, title: String, author: String, made: Day) {
        self.blackline = blackline
        self.title = title
        self.author = author
        self.made = made
    }

    /// The document, to be written by `DocumentWriter`.
    public var document: Document {
        let blocks: [DocumentBlock] = blackline.lines.map { line in
            let runs = line.pieces.map { piece in
                DocumentRun(piece.text, revision: piece.kind == .same ? nil : piece.kind == .added ? .inserted : .deleted)
            }
            return switch line.look {
            case .title: .title(runs)
            case .heading(let level): .heading(level, runs)
            case .paragraph: .paragraph(runs)
            case .bullet: .paragraph([DocumentRun("·")] + runs)
            case .addressee: .addressee(runs)
            case .row, .caption: .note(runs)
            }
        }
        return Document(title: title, author: author, made: (made.year, made.month, made.day), blocks: blocks)
    }
}
