import Foundation

/// The parts of an office file and how they point at each other (ECMA-376 part 2).
final class OfficePackage {
    let zip: ZipReader
    private let byLowerName: [String: ZipEntry]

    init(_ zip: ZipReader) {
        self.zip = zip
        byLowerName = Dictionary(zip.entries.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    }

    /// A part by its name, in which case does not count.
    func part(_ name: String) -> ZipEntry? { zip.entry(name) ?? byLowerName[name.lowercased()] }

    /// Reads a part that tells about others, and never has reason to be large, into a handler.
    func parse(_ entry: ZipEntry, limit: Int = 16 << 20, into handler: any XMLHandler) throws {
        // The stream sees to it that a part is no larger than it says.
        guard entry.size <= limit else { throw FormatError.tooLarge(part: entry.name, limit: limit) }
        try zip.parse(entry, into: handler)
    }

    /// The part that the package is about; `usual` where the package does not tell.
    func main(usual: String) throws -> ZipEntry {
        let target = try relations(of: "").first { $0.type == "officeDocument" }?.target
        guard let part = target.flatMap({ part($0) }) ?? part(usual) else { throw FormatError.missingPart(usual) }
        return part
    }

    /// What a part points at inside the package; `""` is the package itself.
    func relations(of part: String) throws -> [OfficeRelation] {
        let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let folder = String(part[..<cut])
        guard let entry = self.part("\(folder)_rels/\(part[cut...]).rels") else { return [] }
        var relations: [OfficeRelation] = []
        try parse(
            entry,
            into: XMLStarts { name, attributes in
                guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
                else { return }
                let isOutside = attributes["TargetMode"] == "External"
                relations.append(
                    OfficeRelation(
                        id: id, type: type.split(separator: "/").last.map(String.init) ?? type,
                        target: isOutside ? target : OfficePackage.resolve(target, in: folder), isOutside: isOutside))
            })
        return relations
    }

    private static func resolve(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

/// One arrow between parts.
struct OfficeRelation {
    let id: String
    /// Last step of its type's address: `worksheet`, `styles`, `hyperlink`.
    let type: String
    /// A part's name, or an address outside the package.
    let target: String
    let isOutside: Bool
}
