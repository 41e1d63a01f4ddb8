import Reports
import SamplePark
import Storage
import Testing

@Suite struct StoryTests {
    @Test("The printed facts of the source come out of the sample's records")
    func facts() throws {
        let printed = try SampleBook.shared().printed(2022)
        let wanted = [
            "P16": "4", "P17": "35", "P18": "3", "#59": "11", "P20": "5", "P21": "52", "P22": "83", "P23": "40", "P24": "2", "P26": "300",
            "P27": "64",
            "P28": "2#6000T", "P31": "11", "P32": "3月13日、7月29日、9月7日、8月16日", "P33": "2021、2035", "P34": "2、3", "#37": "742.31", "#75": "60",
            "#76": "40",
            "#49": "14", "#50": "5", "#71": "36", "#86": "6", "#87": "4", "#63": "7", "#101": "7", "#103": "3", "#116": "6", "#117": "2",
            "P38": "6、5", "P40": "0、0、0", "P41": "4", "P42": "0", "P43": "3、3", "P44": "7、7", "P46": "6", "#149": "5", "#158": "28",
        ]
        for (slot, text) in wanted { #expect(printed[slot] == text, "\(slot)") }
    }

    @Test("Of the claims of the source, those hold that should, and the traps are seen")
    func claims() throws {
        let report = try SampleBook.shared().drafts.report("annual", year: 2022)
        let traps: [String: Verdict] = ["C31": .fails, "C10": .undecidable, "C43": .fails, "C42": .fails, "C22": .fails]
        for claim in report.claims where claim.id.hasPrefix("C") {
            #expect(claim.verdict == traps[claim.id] ?? .holds, "\(claim.id) \(claim.reason.zh)")
        }
        #expect(report.claim("C13")?.names.sorted() == ["牛奶", "金属制品"].sorted())
        // The title says the year already, so what it is called doesn't say it again.
        #expect(report.name.zh == "云川工业园区管理委员会2022年工作报告" && report.title == report.name.zh)
        #expect(report.unsourced.isEmpty)
    }

    @Test("No year of the park's prints a gap, a zero as if it were a deed, or a reckoning that failed", arguments: [2021, 2022])
    func whole(year: Int) throws {
        let text = try SampleBook.shared().drafts.report("annual", year: year).plainText
        for slip in ["无数据", "无同期", "除数", "零个", "零项", "零类", "零次", "有0个", "0家企业", "（）", "、、", "，，", "。。"] {
            #expect(!text.contains(slip), "\(year): \(slip)")
        }
    }

    @Test("On the evening of 12 January 2023 one firm of 52 has not filed and the output is a flash; on the 31st it is final")
    func late() throws {
        let park = try SampleBook.shared()
        let evening = try #require(try park.changeBefore("2023-01-13"))
        let flash = try #require(try park.drafts.report("annual", year: 2022, asOf: evening).figure("#37"))
        #expect((flash.reported, flash.expected) == (51, 52))
        #expect(flash.status == .flash)
        let final = try #require(try park.drafts.report("annual", year: 2022).figure("#37"))
        #expect((final.reported, final.expected) == (52, 52))
        #expect(final.status == .locked)
    }

    @Test("The evidence that records cite lies in the site's store of files")
    func evidence() throws {
        let park = try SampleBook.shared()
        let files = Files(folder: park.folder.appendingPathComponent("files").path)
        let cited = try Ledgers(park)["revival"].compactMap { $0["佐证"] }.filter { !$0.isEmpty }
        #expect(cited.count == 12)
        for line in cited { #expect(try files.read(String(line.prefix(64))) != nil) }
    }
}
