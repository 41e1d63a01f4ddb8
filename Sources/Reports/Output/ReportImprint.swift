/// What an office gives a report when it goes out, and no record knows: its number, its signer, whom copies go to (GB/T 9704-2012, 7.2 and 7.4).
public struct ReportImprint: Sendable, Hashable {
    /// 发文字号: 云园管报〔2023〕3号. Without it the report has no red head.
    public var number: String?
    /// 签发人, named in reports to those above.
    public var signer: String?
    /// 抄送机关.
    public var copies: [String]
    /// 印发机关; nil for no 版记.
    public var printer: String?

    /// A report that has not gone out.
    public static let none = ReportImprint()

    /// What an office gives it.
    public init(number: String? = nil, signer: String? = nil, copies: [String] = [], printer: String? = nil) {
        self.number = number
        self.signer = signer
        self.copies = copies
        self.printer = printer
    }
}
