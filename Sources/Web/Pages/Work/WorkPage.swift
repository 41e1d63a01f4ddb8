import Registers
import Storage

/// My work: what waits for whoever looks, the nearest limit first, and in which registers it lies.
struct WorkPage: Page {
    let workload: Workload
    let chosen: Register?

    /// How many lines stand on the page.
    private static let most = 100

    var room: Frame.Room { .work }
    func title(_ visit: Visit) -> String { visit("我的待办", "My work") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        chosen = try visit["register"].map { name throws(Problem) in try desk.register(named: name, visit) }
        workload = try desk.records(visit).workload(on: desk.today, of: chosen?.id, limit: WorkPage.most, in: reading)
    }

    func body(_ visit: Visit) -> HTML {
        """
        \(Frame.title(visit("我的待办", "My work"), soft(visit)))
        \(shares(visit))
        \(workload.items.isEmpty ? nothing(visit) : "<section class=\"sheet scroll\">\(WorkTable(items: workload.items, caption: title(visit)).view(visit))\(rest(visit))</section>")
        """
    }

    private func soft(_ visit: Visit) -> String {
        guard workload.count > 0 else { return "" }
        let late = workload.late
        return visit(
            "共 \(workload.count) 件" + (late > 0 ? "，其中超期 \(late) 件" : "，没有超期"),
            "\(workload.count) in all" + (late > 0 ? ", \(late) of them late" : ", none late"))
    }

    private func shares(_ visit: Visit) -> HTML? {
        guard workload.shares.count > 1 else { return nil }
        func tab(_ href: String, _ name: String, _ count: String, _ late: Int, isHere: Bool) -> HTML {
            let mark: HTML = isHere ? " aria-current=\"page\"" : ""
            let past: HTML? = late > 0 ? " <span class=\"light late\">\(visit("超期 \(late)", "\(late) late"))</span>" : nil
            return "<a href=\"\(href)\"\(mark)>\(name) <i>\(count)</i>\(past)</a>"
        }
        let tabs: [HTML] = workload.shares.map { share in
            tab(
                Link.work + Link.query([("register", share.register.id.text)]), visit(share.register.name),
                share.isMore ? "\(share.count)+" : "\(share.count)", share.late, isHere: chosen?.id == share.register.id)
        }
        let all = tab(Link.work, visit("全部", "All"), "\(workload.count)", 0, isHere: chosen == nil)
        return "<nav class=\"shares\" aria-label=\"\(visit("按台账", "By register"))\">\(all)\(tabs)</nav>"
    }

    private func rest(_ visit: Visit) -> HTML? {
        let total = chosen.flatMap { chosen in workload.shares.first { $0.register.id == chosen.id }?.count } ?? workload.count
        guard total > workload.items.count else { return nil }
        return """
            <p class="soft">\(visit(
                "这里列出时限最近的 \(workload.items.count) 件；点上面的台账看其余的。",
                "These are the \(workload.items.count) with the nearest limits; choose a register above for the others."))</p>
            """
    }

    private func nothing(_ visit: Visit) -> HTML {
        "<section class=\"sheet\"><p><span class=\"light ok\">\(visit("现在没有要你办的事", "Nothing waits for you now"))</span></p></section>"
    }
}
