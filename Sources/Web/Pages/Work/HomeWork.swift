import Registers
import Storage

/// The first page's two questions about the day: what must I do, and what is late and whose is it.
struct HomeWork {
    let workload: Workload
    let holders: [LatePage.Holder]

    private static let (mostItems, mostHolders) = (5, 6)

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        let records = desk.records(visit)
        workload = try records.workload(on: desk.today, limit: HomeWork.mostItems, in: reading)
        holders = LatePage.holders(try records.lateness(on: desk.today, in: reading))
    }

    /// What waits for whoever looks; nothing for somebody who has no hand in anything.
    func mine(_ visit: Visit) -> HTML? {
        guard visit.guest.account != nil || !workload.items.isEmpty else { return nil }
        let lines: [HTML] = workload.items.map { item in
            """
            <li><span><a href="\(Link.record(item.register.id, item.record.id))">\(item.record.title)</a> <small>\(visit(item.register.name))</small></span>\
            <span>\(WorkClock.light(item.light, visit))</span></li>

            """
        }
        guard !lines.isEmpty else {
            return
                "<section class=\"sheet\"><h2>\(visit("我的待办", "My work"))</h2><p><span class=\"light ok\">\(visit("现在没有要你办的事", "Nothing waits for you now"))</span></p></section>"
        }
        let count = visit("共 \(workload.count) 件", "\(workload.count) in all")
        return """
            <section class="sheet"><h2>\(visit("我的待办", "My work")) <small>\(count)</small></h2><ul class="plain waiting">\(lines)</ul>
            <p><a href="\(Link.work)">\(visit("全部待办", "All of it"))</a></p></section>
            """
    }

    /// Who is late with how much.
    func late(_ visit: Visit) -> HTML {
        let lines: [HTML] = holders.prefix(HomeWork.mostHolders).map { holder in
            let name = holder.name.map { visit($0) } ?? visit("没有写明谁负责", "Nobody is named")
            let parts: [HTML] = holder.parts.prefix(3).map { part in
                "<a href=\"\(LatePage.href(part))\">\(visit(part.register.name)) \(part.count)</a>"
            }
            return """
                <li><span>\(name) <small>\(parts.joined(by: "\(visit("、", ", "))"))</small></span><span class="light late">\(visit("\(holder.count) 件", "\(holder.count)"))</span></li>

                """
        }
        let none: HTML = "<p><span class=\"light ok\">\(visit("没有超期的事", "Nothing is late"))</span></p>"
        let more: HTML = "<p><a href=\"\(Link.late)\">\(visit("超期督办", "All that is overdue"))</a></p>"
        return """
            <section class="sheet"><h2>\(visit("谁超期了", "Who is late"))</h2>\(lines.isEmpty ? none : "<ul class=\"plain waiting\">\(lines)</ul>\(more)" as HTML)</section>
            """
    }
}
