public import Foundation
public import Registers
public import Storage

extension Timeline {
    /// When the park's book begins. Its declarations have to be applied at this moment, so that changes stand in the order of their days.
    public static var begins: Moment { SiteTime.at(Start.day, hour: 8) }

    /// Reads the folder `Samples` and writes its whole story into a book: `init` and `fill` in one.
    public static func fill(_ book: Book, samples: URL, files: Files? = nil, progress: (Int, Int) -> Void = { _, _ in }) throws {
        try Timeline(samples: samples, calendar: book.catalogue.calendar).fill(book, files: files, progress: progress)
    }

    /// Writes the whole story into a book that holds nothing yet but its declarations.
    ///
    /// - Parameters:
    ///   - files: where the piece of evidence that all moves cite is kept; without it the records cite a file that isn't there.
    ///   - progress: told of the events that are written, out of how many.
    /// - Throws: `FillingError` for the first event that the declarations don't take.
    public func fill(_ book: Book, files: Files? = nil, progress: (Int, Int) -> Void = { _, _ in }) throws {
        if let files, let evidence { _ = try files.add(evidence) }
        var filler = TimelineFiller(book)
        for (number, event) in events.enumerated() {
            do {
                try filler.write(event)
            } catch let error as Invalid {
                throw FillingError(event, error.items.prefix(5).map { Words(zh: $0.text(.zh), en: $0.text(.en)) })
            } catch let error as Refused {
                throw FillingError(event, [error.words])
            }
            progress(number + 1, events.count)
        }
    }
}
