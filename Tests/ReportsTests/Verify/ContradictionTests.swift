import Testing

@testable import Reports

@Suite("What a text says against itself")
struct ContradictionTests {
    private func found(_ text: String) -> [Contradiction] {
        let outside = OutsideText(name: "a", text: text)
        let stated = StatementReader(outside, year: 2022, scopes: []).statements()
        return ContradictionCheck(text: outside, stated: stated, tolerance: Quantity.tolerance, names: { _ in nil }).found()
    }

    @Test(
        "The arithmetic gives it away",
        arguments: [
            // 103.13 ÷ (742.31 − 103.13) = 16.13 %.
            ("实现工业总产值742.31亿元，同比增长12.1%，净增103.13亿元。", "growth"),
            // 38.2 ÷ 1.4 = 27.3, so it grew by 40 % and not by 20.
            ("企业利润总额38.20亿元，同比增长20.0%，是去年的1.4倍。", "multiple"),
            // 60 of 100 is 60 %, 60 of 99 is 60.6 %: no whole gives 60.3 %.
            ("规上企业60家，占全市60.3%。", "share"),
            // 52 is 83 % of 63 alone; 70 is something else.
            ("全市规上企业70家。园区规上企业52家，占全市83%。", "share"),
            ("签约项目36个，其中亿元以上项目40个。", "part"),
            ("外包服务费由648万元压缩为496万元，减少162万元。", "from-to"),
            ("增加值率由14.7%提高到14.2%。", "from-to"),
            ("增加值率由14.2%提高到14.7%，提高0.5%。", "points"),
            ("全年新签约项目36个。\n年终统计，新签约项目38个。", "two-values"),
            ("全年个人约谈3次。\n全年没有发生被约谈的情况。", "none"),
            ("三是主要产品量价齐升。除金属制品和牛奶外，全部实现正增长。", "exception"),
            ("实现税收15.87亿元，同比增长-3.2%。", "direction"),
            ("实现工业增加值109亿元，迈入百亿园区。\n明年进入地区生产总值百亿园区行列。", "two-names"),
            ("产值由10亿元增加到30亿元，翻一番。", "doubling"), ("产值由10.0亿元增加到20.1亿元，翻了两番。", "doubling"), ("产值20亿元，增长50%，翻一番。", "doubling"),
            // 20 and 15 are more than 30.
            ("签约项目30个，其中新建项目20个，扩建项目15个。", "part"), ("工业总产值742.31亿元（其中规上700亿元，规下60亿元）。", "part"), ("利税30亿元，其中利润20亿元、税收15亿元。", "part"),
        ])
    func contradicted(_ text: String, _ rule: String) {
        #expect(found(text).map(\.rule).contains(rule), "\(text): \(found(text).map(\.rule))")
    }

    @Test(
        "What rounding, softening words, other bases and other bodies allow is none",
        arguments: [
            "实现工业总产值742.31亿元，同比增长16.1%，净增103.13亿元。",
            "实现工业总产值约740亿元，同比增长16%左右，净增100多亿元。",
            // Constant prices.
            "实现工业增加值109.12亿元，增长8.3%，净增18.17亿元。",
            "企业利润总额38.20亿元，同比增长39.9%，是去年的1.4倍。",
            "园区规上企业52家，占全市83%。全市规上企业63家。",
            "签约项目36个，其中亿元以上项目30个。", "续建、新建项目68项，其中续建31项、新建22项、扩建7项、改造8项。",
            "外包服务费由648万元压缩为496万元，减少152万元。",
            "增加值率由14.2%提高到14.7%，提高0.5个百分点。",
            "失业率由5.2%下降到5.1%。",
            // Of places the smaller is the better; of a whole and its parts only the parts add up; the share is of the city's.
            "营商环境位次从20名提升到8名。", "安置就业120人，其中男60人、女60人，共计120人。", "全市规上企业63家，我园52家，占全市83%。",
            // One firm and another.
            "甲铝业有限公司实现产值10亿元。\n乙铝业有限公司实现产值12亿元。",
            // Two years.
            "2021年新签约项目30个。\n2022年新签约项目36个。",
            "没有发生安全事故。全年开展安全事故应急演练3次。",
            "全年没有发生群体性事件。化解群体性事件苗头3件。",
            "实现利润总额-3.2亿元。",
            "价格同比下降3.2%。",
            "产值由10.0亿元增加到20.1亿元，翻一番。", "产值由10亿元增加到40亿元，翻两番。", "产值20亿元，增长100%，翻一番。", "产值由10.0亿元增加到27.0亿元，翻了一番多。",
            // Cut two ways, and within what rounding allows.
            "签约项目30个，其中亿元以上项目20个、工业项目15个。", "利税30亿元，其中利润20亿元、税收10亿元。", "增速为-3.2%。",
            "按调度口径完成固定资产投资172亿元。\n按统计口径完成固定资产投资98亿元。", "按户籍人口计算，人均生产总值为63525元。\n按常住人口计算，人均生产总值为75115元。",
            // Two projects of one firm's kind.
            "该项目可实现企业利润总额1亿元。\n该项目可实现企业利润总额2亿元。", "对标XX园区企业利润总额50亿元。\n企业利润总额38亿元。",
        ])
    func agreed(_ text: String) { #expect(found(text).isEmpty, "\(text): \(found(text).map(\.message.zh))") }

    @Test("The sum is shown")
    func sums() throws {
        let one = try #require(found("实现工业总产值742.31亿元，同比增长12.1%，净增103.13亿元。").first)
        #expect(one.message.zh.contains("103.13亿元 ÷（742.31亿元 − 103.13亿元）= 16.13"), "\(one.message.zh)")
        #expect(one.places.count == 3)
        let share = try #require(found("全市规上企业70家。园区规上企业52家，占全市83%。").first)
        #expect(share.message.zh.contains("63"), "\(share.message.zh)")
    }

    @Test("The whole of a share: 52 of 63 alone is 83 %, rounded half up")
    func wholes() throws {
        let stated = StatementReader(OutsideText(name: "a", text: "规上企业52家，占全市83%。"), year: 2022, scopes: []).statements()
        #expect(ShareCheck.wholes(of: stated[0].quantity, stated[1].quantity) == [63])
    }
}
