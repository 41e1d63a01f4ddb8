/// What a workbook that is to be filled and sent on may not hold.
struct FormSafety {
    private let package: OfficePackage

    init(_ package: OfficePackage) { self.package = package }

    /// Throws `FormatError` for macros, controls, signatures and whatever is fetched from outside.
    func check() throws {
        for entry in package.zip.entries {
            let name = entry.name.lowercased()
            if FormSafety.macros.contains(where: { name.contains($0) }) { throw FormatError.macros }
            if name.hasPrefix("_xmlsignatures/") { throw FormatError.signed }
            if FormSafety.outside.contains(where: { name.contains($0) }) { throw FormatError.outsideLinks }
            if name.hasSuffix(".rels") { try check(entry) }
        }
    }

    /// A part may point out of the package only by a link that people click.
    private func check(_ relations: ZipEntry) throws {
        try package.parse(
            relations,
            into: XMLStarts { name, attributes in
                guard name == "Relationship" else { return }
                let type = attributes["Type"] ?? ""
                if type.hasSuffix("/vbaProject") || type.hasSuffix("/xlMacrosheet") || type.hasSuffix("/control") { throw FormatError.macros }
                if attributes["TargetMode"] == "External", !type.hasSuffix("/hyperlink") { throw FormatError.outsideLinks }
            })
    }

    private static let macros = ["vbaproject", "macrosheets/", "/activex/", "ctrlprops/", "customui/"]
    private static let outside = ["externallinks/", "connections.xml", "querytables/", "xl/model/", "customdata/"]
}
