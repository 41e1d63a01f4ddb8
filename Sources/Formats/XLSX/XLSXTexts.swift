/// Reads the texts that cells share, out of `sharedStrings.xml`: runs of rich text joined, readings (furigana, pinyin) left out.
final class XLSXTexts: XMLHandler {
    private(set) var texts: [String] = []
    private let part: String
    private let limit: Int
    private var gathered: [UInt8] = []
    private var isText = false
    private var readings = 0
    private var total = 0

    init(part: String, limit: Int) {
        self.part = part
        self.limit = limit
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "si": gathered.removeAll(keepingCapacity: true)
        case "t": isText = readings == 0
        case "rPh": readings += 1
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isText else { return }
        total += bytes.count
        guard total <= limit else { throw FormatError.tooLarge(part: part, limit: limit) }
        gathered.append(contentsOf: bytes)
    }

    func end(_ name: XMLName) throws {
        switch name {
        case "si":
            // Each text costs memory, also an empty one.
            total += 16
            guard total <= limit else { throw FormatError.tooLarge(part: part, limit: limit) }
            texts.append(XLSXText.decoded(gathered))
        case "t": isText = false
        case "rPh": readings -= 1
        default: break
        }
    }
}
