import Foundation
import Storage
import Testing

@testable import Registers

@Suite("Passwords")
struct PasswordTests {
    private static let light = Password.Cost(log2N: 10, r: 8, p: 1)

    @Test("The hash is the one of RFC 7914, section 12")
    func vectors() throws {
        // The vectors have 64 bytes; scrypt's output is a prefix of a longer one.
        let sodium = try Password.hash("pleaseletmein", Array("SodiumChloride".utf8), Password.Cost(log2N: 14, r: 8, p: 1))
        #expect(sodium.prefix(16).map { String(format: "%02x", $0) }.joined() == "7023bdcb3afd7348461c06cd81fd38eb")
        let nacl = try Password.hash("password", Array("NaCl".utf8), Password.Cost(log2N: 10, r: 8, p: 16))
        #expect(nacl.prefix(16).map { String(format: "%02x", $0) }.joined() == "fdbabe1c9d3472007856e7190d01e9fe")
    }

    @Test("What is kept opens for the password and for nothing else, and no two keep the same")
    func kept() throws {
        let one = try Password("园区 Book-2022", cost: Self.light)
        let read = try #require(Password(stored: one.stored))
        #expect(try read.matches("园区 Book-2022"))
        #expect(try !read.matches("园区 Book-2023") && !read.matches("") && !read.matches("园区 book-2022"))
        #expect(try Password("园区 Book-2022", cost: Self.light).stored != one.stored)
        #expect(!one.stored.contains("Book"))
    }

    @Test("Full-width letters are the same password")
    func width() throws { #expect(try Password("Ｂｏｏｋ２０２２！", cost: Self.light).matches("Book2022!")) }

    @Test("New ones cost what is declared, and a cheaper one is to be made anew")
    func cost() throws {
        #expect(try Password("Book-2022-x").stored.hasPrefix("scrypt$15$8$3$"))
        #expect(try !Password("Book-2022-x").isWeak)
        #expect(try Password("Book-2022-x", cost: Self.light).isWeak)
    }

    @Test(
        "A text that no password left is none, nor one that would take the machine's memory",
        arguments: ["", "scrypt", "plain", "scrypt$31$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA", "scrypt$15$8$3$AAAA$AAAA", "scrypt$x$8$3$$"])
    func broken(_ text: String) { #expect(Password(stored: text) == nil) }

    @Test("A stored text with costs beyond all bounds isn't believed")
    func bounds() throws {
        let text = try Password("Book-2022-x", cost: Self.light).stored
        #expect(Password(stored: text) != nil)
        #expect(Password(stored: text.replacing("scrypt$10$", with: "scrypt$40$")) == nil)
        #expect(Password(stored: text.replacing("$8$1$", with: "$8$9000$")) == nil)
    }

    @Test(
        "What guessing programs try first is refused, and why is said",
        arguments: [
            ("Short-1", "至少 10 个字符"), ("alllowercase", "至少要有 3 种"), ("Yunchuan-2022", "账号名或单位名"), ("Password-2022", "最先被猜到"),
            ("aA1aA1aA1aA1", "最先被猜到"), ("Aa1-" + String(repeating: "长", count: 130), "最多 128 个字符"),
        ])
    func refused(_ plain: String, _ why: String) {
        let faults = PasswordRules().faults(plain, names: ["yunchuan", "zh"])
        #expect(faults.contains { $0.zh.contains(why) }, "\(faults.map(\.zh))")
    }

    @Test("A good one is taken, Chinese or not", arguments: ["Correct-Horse-7", "园区的账簿Book9本", "ｔｈｒｅｅＫｉｎｄｓ７"])
    func taken(_ plain: String) { #expect(PasswordRules().faults(plain, names: ["clerk"]).isEmpty) }
}

@Suite("Codes of the second factor")
struct TimedCodeTests {
    private let code = TimedCode(secret: Array("12345678901234567890".utf8))

    @Test(
        "They are those of RFC 6238, appendix B, in their last six digits",
        arguments: [
            (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ])
    func vectors(_ seconds: Int64, _ digits: String) { #expect(code.code(at: Moment(milliseconds: seconds * 1000)) == digits) }

    @Test("A neighbour's code is taken, a farther one and one that was taken before are not")
    func windows() throws {
        let now = Moment(milliseconds: 1_111_111_111_000)
        let before = code.code(at: Moment(milliseconds: 1_111_111_081_000))
        let old = code.code(at: Moment(milliseconds: 1_111_111_021_000))
        let window = try #require(code.window(of: "050 471", at: now, after: nil))
        #expect(window == 37_037_037)
        #expect(code.window(of: before, at: now, after: nil) == window - 1)
        #expect(code.window(of: old, at: now, after: nil) == nil)
        #expect(code.window(of: "050471", at: now, after: window) == nil)
        #expect(code.window(of: before, at: now, after: window) == nil)
        #expect(code.window(of: "０５０４７１", at: now, after: nil) == window)
        for wrong in ["", "05047", "0504711", "abcdef", "-50471"] { #expect(code.window(of: wrong, at: now, after: nil) == nil) }
    }

    @Test("The secret is typed in Base32, and no two are the same")
    func secret() {
        #expect(code.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(TimedCode(secret: Array("foobar".utf8)).base32 == "MZXW6YTBOI")
        #expect(TimedCode() != TimedCode())
        #expect(code.address(account: "zhang san", issuer: "园簿").hasPrefix("otpauth://totp/%E5%9B%AD%E7%B0%BF:zhang%20san?secret=GEZD"))
    }
}
