import Storage

/// 信息发布: what each channel brought out in a year, each item read by three posts; those that the story tells stand in `records/publication.csv`.
struct Publications {
    let content: SampleContent
    let seed: UInt64

    private static let columns: [Name] = [
        "channel", "headline", "theme", "original", "author", "drafted", "first_by", "first_on", "second_by", "second_on", "third_by", "third_on",
        "published", "state",
    ]

    func events() throws -> [TimelineEvent] { try content.publications.flatMap { try drawn($0) } }

    private func drawn(_ row: ContentRow) throws -> [TimelineEvent] {
        let (channel, year, count) = (try row.text("channel"), Int(try row.whole("year")), try row.whole("published"))
        let original = try row.whole("original")
        guard let first = Day(year, 1, 6), original <= count else {
            throw SampleError(row.file, row.line, zh: "年份或原创数不对。", en: "The year or the number of originals is wrong.")
        }
        var draw = SplitMix64(seed, "publications \(channel) \(year)")
        var days = (0..<max(0, count)).map { _ in SiteTime.weekday(first.adding(days: Int(draw.whole(0...353))) ?? first) }
        days.sort()
        var seen: Set<String> = []
        return days.enumerated().map { number, day in
            let theme = Self.themes[Int(draw.whole(0...Int64(Self.themes.count - 1)))]
            let drafted = max(day.adding(days: -Int(draw.whole(0...2))) ?? day, first)
            let words = channel == "screen" ? theme.slogans : theme.headlines
            var headline = words[Int(draw.whole(0...Int64(words.count - 1)))]
            if channel != "screen" { headline += "（\(day.month)月\(day.day)日）" }
            while !seen.insert("\(headline) \(drafted.iso)").inserted { headline += "·续" }
            // The originals are spread evenly over the year.
            let position = Int64(number)
            let isOriginal = (position + 1) * original / count > position * original / count
            let cells = [
                channel, headline, theme.name, isOriginal ? "是" : "否", theme.author, drafted.iso, "综合办公室副主任", drafted.iso, theme.leader, day.iso,
                "党组书记、管委会主任", day.iso, day.iso, "out",
            ]
            return TimelineEvent(
                at: SiteTime.weekly(day, hour: 17), subject: "综合办公室文电岗", reason: "本周信息发布", register: "publication",
                act: .add(SampleTable(Self.columns, [cells])))
        }
    }

    /// What is written about, by whom, and who reads it second.
    private struct Theme {
        let name: String
        let author: String
        let leader: String
        let headlines: [String]
        let slogans: [String]
    }

    private static let themes = [
        Theme(
            name: "study", author: "综合办公室党务岗", leader: "纪检负责人", headlines: ["园区开展主题党日活动", "党员干部谈学习体会", "理论学习在园区"],
            slogans: ["学习宣传贯彻党的二十大精神", "永远跟党走，奋进新征程"]),
        Theme(
            name: "economy", author: "经济发展部运行调度岗", leader: "管委会副主任（经济科技）", headlines: ["园区召开经济运行调度会", "重点企业生产一线见闻", "惠企纾困政策见实效"],
            slogans: ["抓运行、稳增长、促发展", "向时间要效益，向管理要效益"]),
        Theme(
            name: "investment", author: "招商服务部经办岗", leader: "管委会副主任（招商项目）", headlines: ["客商来园区考察洽谈", "重点项目建设进度播报", "园区外出招商见闻"],
            slogans: ["项目为王，亩产论英雄", "投资园区，共赢未来"]),
        Theme(
            name: "bid", author: "科技创新部创建申报岗", leader: "管委会副主任（经济科技）", headlines: ["创建国家高新区工作动态", "科技企业培育在行动", "创新平台建设见闻"],
            slogans: ["创建国家高新区，建设创新园区", "发展高科技，实现产业化"]),
        Theme(
            name: "policy", author: "企业服务中心代办岗", leader: "管委会副主任（招商项目）", headlines: ["惠企政策解读", "办事指南：代办服务流程", "企业问、部门答"],
            slogans: ["有呼必应，无事不扰", "企业办事，一次办结"]),
        Theme(
            name: "safety", author: "建设管理部安全环保岗", leader: "管委会副主任（建设安环）", headlines: ["安全生产大检查进企业", "环保问题整改在路上", "消防演练进车间"],
            slogans: ["人人讲安全，个个会应急", "绿水青山就是金山银山"]),
        Theme(
            name: "epidemic", author: "企业服务中心走访岗", leader: "管委会副主任（建设安环）", headlines: ["园区疫情防控提示", "一线防疫人员的一天", "企业疫情防控须知"],
            slogans: ["戴口罩、勤洗手、少聚集", "外防输入，内防反弹"]),
        Theme(
            name: "life", author: "综合办公室文电岗", leader: "纪检负责人", headlines: ["园区志愿服务在路上", "驻村帮扶见闻", "劳动者风采"],
            slogans: ["文明城市，你我同行", "节约用水，从我做起"]),
    ]
}
