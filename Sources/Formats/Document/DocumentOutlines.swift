/// Reads which paragraph styles are headings of which level, out of `styles.xml`.
final class DocumentOutlines: XMLHandler {
    private var own: [String: Int] = [:]
    private var bases: [String: String] = [:]
    private var style: String?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "style": style = attributes["styleId"]
        case "basedOn": if let style { bases[style] = attributes["val"] }
        case "outlineLvl": if let style, let level = attributes["val"].flatMap({ Int($0) }) { own[style] = level }
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func end(_ name: XMLName) {
        if name == "style" { style = nil }
    }

    /// Levels from 1 by style, those that a style takes from another included.
    func levels() -> [String: Int] {
        var levels: [String: Int] = [:]
        for style in Set(own.keys).union(bases.keys) {
            var at: String? = style
            // Styles in a ring would never end.
            for _ in 0..<20 {
                guard let name = at else { break }
                if let level = own[name] {
                    // 9 is body text.
                    if (0...8).contains(level) { levels[style] = level + 1 }
                    break
                }
                at = bases[name]
            }
        }
        return levels
    }
}
