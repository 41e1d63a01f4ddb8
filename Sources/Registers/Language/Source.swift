public import Foundation
import Yams

/// The text of one declaration file.
public struct Source: Sendable, Hashable {
    /// The path below the declarations folder, `registers/sales.yaml`.
    public var file: String
    public var text: String

    public init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    /// The file as a tree of entries, or nil with a diagnostic where it isn't YAML.
    public func entry(_ diagnostics: inout Diagnostics) -> Entry? {
        do {
            guard let node = try Yams.compose(yaml: text, Resolver.basic) else {
                diagnostics.add(Place(file: file, line: 1, column: 1), "empty", zh: "文件是空的。", en: "The file is empty.")
                return nil
            }
            return Entry(node, file: file)
        } catch let error as YamlError {
            diagnostics.add(Source.diagnostic(error, file: file))
        } catch {
            diagnostics.add(Place(file: file, line: 1, column: 1), "yaml", zh: "不是有效的 YAML。", en: "This is not valid YAML.")
        }
        return nil
    }

    private static func diagnostic(_ error: YamlError, file: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return Diagnostic(
                Place(file: file, line: mark.line, column: mark.column), "yaml",
                .init(zh: "YAML 写法有误：\(problem)。", en: "This is not valid YAML: \(problem)."))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map(String.init(describing:)).joined(separator: ", ")
            return Diagnostic(
                Place(file: file, line: context.mark.line, column: context.mark.column), "duplicate-key",
                .init(zh: "同一处写了两次：\(names)。", en: "Written twice in one place: \(names)."))
        default:
            return Diagnostic(
                Place(file: file, line: 1, column: 1), "yaml", .init(zh: "不是有效的 YAML。", en: "This is not valid YAML."))
        }
    }
}

/// The files of a declarations folder, in the order of their paths.
public struct Sources: Sendable {
    public var all: [Source]

    public init(_ all: [Source]) { self.all = all }

    /// Reads every `.yaml` and `.report` below a folder. Throws the system's error where the folder can't be read.
    public init(folder: URL) throws {
        let root = folder.standardizedFileURL.path
        var found: [Source] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
            guard path.hasSuffix(".yaml") || path.hasSuffix(".report"), !path.split(separator: "/").contains(where: { $0.hasPrefix(".") })
            else { continue }
            let data = try Data(contentsOf: URL(fileURLWithPath: root).appendingPathComponent(path))
            found.append(Source(file: path, text: String(decoding: data, as: UTF8.self)))
        }
        all = found
    }

    /// The files directly in a folder below the declarations, as `registers`.
    public func inside(_ folder: String, suffix: String = ".yaml") -> [Source] {
        all.filter { $0.file.hasPrefix(folder + "/") && $0.file.hasSuffix(suffix) }
    }

    /// The file with this path.
    public subscript(file: String) -> Source? { all.first { $0.file == file } }
}
