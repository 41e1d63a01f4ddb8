import Registers
import Storage

/// What is late and whose it is: for whoever presses (督办), each number opening the records that it counts.
struct LatePage: Page {
    let holders: [Holder]
    let today: Day

    /// What is late with one holder, in all registers.
    struct Holder {
        let name: Words?
        let parts: [Lateness]
        var count: Int { parts.reduce(0) { $0 + $1.count } }
    }

    var room: Frame.Room { .late }
    func title(_ visit: Visit) -> String { visit("超期督办", "Overdue") }

    init(_ visit: Visit, _ desk: Desk, _ reading: Reading) throws {
        today = desk.today
        holders = LatePage.holders(try desk.records(visit).lateness(on: desk.today, in: reading))
    }

    /// By who holds it, the most first; what nobody holds comes last.
    static func holders(_ lateness: [Lateness]) -> [Holder] {
        let grouped = Dictionary(grouping: lateness) { $0.whose?.zh ?? "" }
        return grouped.values.map { Holder(name: $0.first?.whose, parts: $0) }
            .sorted { one, other in
                let (left, right) = (one.name == nil, other.name == nil)
                return left != right ? right : (other.count, one.name?.zh ?? "") < (one.count, other.name?.zh ?? "")
            }
    }

    func body(_ visit: Visit) -> HTML {
        let total = holders.reduce(0) { $0 + $1.count }
        return """
            \(Frame.title(title(visit), total > 0 ? visit("到 \(today.iso) 共超期 \(total) 件", "\(total) late by \(today.iso)") : ""))
            \(total > 0 ? table(visit) : none(visit))
            """
    }

    private func none(_ visit: Visit) -> HTML {
        "<section class=\"sheet\"><p><span class=\"light ok\">\(visit("没有超期的事", "Nothing is late"))</span></p></section>"
    }

    private func table(_ visit: Visit) -> HTML {
        let groups: [HTML] = holders.map { holder in
            let name = holder.name.map { visit($0) } ?? visit("没有写明谁负责", "Nobody is named")
            let rows: [HTML] = holder.parts.map { part in
                let days = today.ordinal - part.oldest.ordinal
                return """
                    <tr><td class="lead">\(visit(part.register.name))</td>\
                    <td class="n" data-label="\(visit("件数", "Number"))"><a class="figure" href="\(LatePage.href(part))">\(FigureText.grouped(part.count))</a></td>\
                    <td data-label="\(visit("最早的时限", "Oldest limit"))"><time datetime="\(part.oldest.iso)">\(part.oldest.iso)</time> \(WorkClock.light(.late(days), visit))</td></tr>

                    """
            }
            return """
                <tbody><tr class="group"><th scope="rowgroup" colspan="3">\(name) <small>\(visit("超期 \(holder.count) 件", "\(holder.count) late"))</small></th></tr>\(rows)</tbody>

                """
        }
        return """
            <section class="sheet scroll"><table class="records"><caption class="hidden">\(title(visit))</caption>
            <thead><tr><th scope="col">\(visit("台账", "Register"))</th><th scope="col" class="n">\(visit("件数", "Number"))</th>\
            <th scope="col">\(visit("最早的时限", "Oldest limit"))</th></tr></thead>\(groups)</table></section>
            """
    }

    /// The list of the very records that a number counts.
    static func href(_ part: Lateness) -> String {
        let register = part.register
        guard let work = register.work else { return Link.list(register.id) }
        var pairs: [(String, String)] = []
        if let due = work.due { pairs.append((due.text + ".before", part.asOf.iso)) }
        if let met = work.met { pairs.append((met.text + ".empty", "")) }
        let running = register.states.filter { ($0.stage == .open || $0.stage == .waiting) && !work.paused.contains($0.id) }
        if !running.isEmpty { pairs.append(("state.any_of", running.map(\.id.text).joined(separator: ","))) }
        if let holder = part.holder {
            pairs.append((holder.field.text + ".is", holder.value.integer.map(String.init) ?? holder.value.text ?? ""))
            // An earlier field that says whose it is would hold instead.
            pairs += work.whose.prefix { $0 != holder.field }.map { ($0.text + ".empty", "") }
        } else {
            pairs += work.whose.map { ($0.text + ".empty", "") }
        }
        return Link.list(register.id, pairs)
    }
}
