import Foundation
import Registers
import Storage

/// What commands say to the person at the terminal.
enum Terminal {
    /// The language of the messages: English where the machine's language is, Chinese otherwise.
    static let language: Language = {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["YUANBU_LANG"] ?? environment["LC_ALL"] ?? environment["LANG"] ?? ""
        return name.hasPrefix("en") ? .en : .zh
    }()

    static func say(_ words: Words) { print(words(language)) }
    static func say(zh: String, en: String) { say(Words(zh: zh, en: en)) }

    /// A line on standard error.
    static func complain(_ text: String) {
        guard !text.isEmpty else { return }
        // Whoever no longer listens can't be told.
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// What an error of the book says to people; nil for errors that are not the book's.
    static func words(for error: any Error) -> String? {
        switch error {
        case let error as Diagnostics: error.text(language)
        case let error as Diagnostic: error.text(language)
        case let error as Invalid: error.items.map { $0.text(language) }.joined(separator: "\n")
        case let error as Refused: error.words(language)
        case let error as StoreError: error.words(language)
        default: nil
        }
    }

    /// A progress line that rewrites itself on a terminal and stays away from files and pipes.
    static func progress(_ text: String) {
        guard isatty(2) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    /// Ends the progress line.
    static func endProgress() { progress("") }
}
