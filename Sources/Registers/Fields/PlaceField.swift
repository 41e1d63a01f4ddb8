public import Storage

/// `place`: an address; a point may follow it as `@39.80,98.27`.
public struct PlaceField: FieldKind {
    public static let word = "place"
    public static let keys: [String] = []

    public init?(_ entry: Entry, _ diagnostics: inout Diagnostics) {}

    public var type: TermType { .text }
    public func columns(_ name: Name) -> [Column] { [Column(name, .text)] }

    public func read(_ input: Input, _ context: InputContext) throws(Fault) -> Value {
        let text = try TextField.checked(Narrow.trimmed(input.shown), longest: 300)
        if let at = text.lastIndex(of: "@") {
            let numbers = text[text.index(after: at)...].split(separator: ",").map { Amount(Narrow.text(String($0))) }
            guard numbers.count == 2, let north = numbers[0], let east = numbers[1], north.magnitude <= Amount(90), east.magnitude <= Amount(180)
            else {
                throw Fault(zh: "位置写成 地址@纬度,经度，如 新城路8号@39.80,98.27。", en: "Write a point as address@latitude,longitude.")
            }
        }
        return .text(text)
    }

    public func text(_ value: Value, _ language: Language) -> String {
        guard let text = value.text else { return "" }
        return text.split(separator: "@").first.map { String($0) } ?? text
    }
    public func plain(_ value: Value) -> String { value.text ?? "" }
}
