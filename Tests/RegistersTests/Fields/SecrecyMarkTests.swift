import Registers
import Storage
import Testing

@Suite("Marks of state secrecy")
struct SecrecyMarkTests {
    @Test(
        "A mark is seen however it is spaced",
        arguments: ["秘密★", "机密★1年", "绝密 ★长期", "关于……的通知（机密☆5年）", "密级：秘密", "密级: 机密", "秘密＊3年"])
    func marked(_ text: String) { #expect(SecrecyMark.marks(text) && SecrecyMark.marksName(text)) }

    @Test(
        "Words of the law and of business are no marks",
        arguments: ["保守国家秘密法宣传", "商业秘密保护培训", "密级管理制度", "机密岗", "综合办公室机要岗", "保密协议签订", "涉密人员教育", "秘密投票选举", "公密封"])
    func words(_ text: String) { #expect(!SecrecyMark.marks(text)) }

    @Test(
        "In the name of a file a grade in brackets or at the front is a mark",
        arguments: ["机密-方案.docx", "方案（秘密）.docx", "【绝密】名单.xlsx", "会议纪要[机密].pdf"])
    func named(_ name: String) { #expect(SecrecyMark.marksName(name)) }

    @Test("Other names are taken", arguments: ["保密制度.docx", "商业秘密保护办法.pdf", "秘书处通知.docx"])
    func others(_ name: String) { #expect(!SecrecyMark.marksName(name)) }

    @Test("What bears a mark enters no field, and the writer is told what to do")
    func refused() throws {
        let catalogue = try CatalogueReader.catalogue(Park.sources())
        let kind = try #require(catalogue.register("enterprise")?.field("name")).kind
        #expect(throws: Fault.self) { try kind.read(.text("机密★1年 某项目"), InputContext()) }
        #expect((try? kind.read(.text("密云机械有限公司"), InputContext())) == .text("密云机械有限公司"))
    }
}
