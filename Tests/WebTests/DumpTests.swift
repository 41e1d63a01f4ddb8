import Foundation
import Testing

@testable import Web

@Suite("dump", .enabled(if: ProcessInfo.processInfo.environment["DUMP"] != nil)) struct DumpTests {
    @Test("dump") func dump() async throws {
        let site = try Site()
        try await site.web.serve(port: 8790) { print("open \($0)") }
    }
}
