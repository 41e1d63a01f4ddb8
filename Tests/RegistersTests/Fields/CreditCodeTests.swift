import Registers
import Testing

@Suite("统一社会信用代码")
struct CreditCodeTests {
    static let real = ["91350100M000100Y43", "91110000600037341L", "916202002246404888", "91620200924645810J", "91620103MA72F1CD91"]

    @Test("real codes are right", arguments: real)
    func right(_ code: String) throws {
        #expect(try CreditCode.checked(code) == code)
    }

    @Test("a code with any one character changed is wrong", arguments: real)
    func changed(_ code: String) {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let letters = Array(code)
        for position in letters.indices {
            for other in alphabet where other != letters[position] {
                var wrong = letters
                wrong[position] = other
                #expect(throws: Fault.self) { try CreditCode.checked(String(wrong)) }
            }
        }
    }

    @Test("a code with two neighbours exchanged is wrong", arguments: real)
    func exchanged(_ code: String) {
        let letters = Array(code)
        for position in letters.indices.dropLast() where letters[position] != letters[position + 1] {
            var wrong = letters
            wrong.swapAt(position, position + 1)
            #expect(throws: Fault.self) { try CreditCode.checked(String(wrong)) }
        }
    }

    @Test("the letters that a code never has are named by their place")
    func letters() {
        for letter in "IOSVZ" {
            let code = "9135010\(letter)M000100Y43".prefix(18)
            do throws(Fault) {
                _ = try CreditCode.checked(String(code))
                Issue.record("\(code) was taken")
            } catch { #expect(error.words.zh.contains("第 8 位")) }
        }
    }

    @Test("a made code passes its own check")
    func made() throws {
        let code = try #require(CreditCode.make(head: "91620200", body: "MA72F1CD"))
        #expect(try CreditCode.checked(code) == code)
    }
}
