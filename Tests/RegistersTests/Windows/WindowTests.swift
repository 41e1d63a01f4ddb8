import Registers
import Storage
import Testing

@Suite("Windows")
struct WindowTests {
    private static let staff = """
        register: staff
        group: economy
        name: { zh: 人员岗位, en: Staff }
        purpose: { zh: 岗位, en: Posts }
        title: "{post}"
        key: [post]
        fields:
          post: { name: { zh: 岗位, en: Post }, kind: text, required: yes }
          posted: { name: { zh: 到岗, en: Since }, kind: day, required: yes }
          released: { name: { zh: 离岗, en: Until }, kind: day }
        """

    private func check(_ text: String?) throws -> [Diagnostic] {
        WindowCheck.check([StaffWindow.self], try CatalogueReader.catalogue(Park.sources(text.map { ["registers/staff.yaml": $0] } ?? [:])))
    }

    @Test("a window says which register or field no longer fits, and where")
    func fits() throws {
        #expect(try check(WindowTests.staff).isEmpty)
        #expect(try check(nil).map(\.message.zh) == ["缺少台账“staff”，用到它的功能暂停。"])
        let renamed = try check(WindowTests.staff.replacing("posted:", with: "postd:"))
        #expect(renamed.map(\.suggestion) == ["postd"])
        let kind = try check(WindowTests.staff.replacing("en: Since }, kind: day", with: "en: Since }, kind: text"))
        #expect(kind.map(\.place.line) == [9])
        #expect(kind.map(\.message.en) == ["“Since” of “Staff” should be day but is text; what needs it is off."])
        #expect(try check(WindowTests.staff.replacing("  released: { name: { zh: 离岗, en: Until }, kind: day }", with: "")).isEmpty)
        #expect(try check(WindowTests.staff.replacing("kind: day, required: yes", with: "kind: day, retired: yes")).count == 1)
    }

    @Test("a post is held through its last day")
    func held() throws {
        let park = try Park(["registers/staff.yaml": WindowTests.staff])
        let staff = try park.register("staff")
        let id = try park.write {
            try park.records.add(["post": .text("规划岗"), "posted": .text("2022-01-01"), "released": .text("2022-06-30")], to: staff, in: $0)
        }
        let window = StaffWindow(try #require(try park.record(id, "staff")))
        #expect(window.post == "规划岗")
        let days = [try Park.day(2021, 12, 31), try Park.day(2022, 1, 1), try Park.day(2022, 6, 30), try Park.day(2022, 7, 1)]
        #expect(days.map { window.isHeld(on: $0) } == [false, true, true, false])
    }
}
