import Registers
import Storage

/// What waits, one line each: until when, what, whose, and the steps that may be taken now. On a phone each line is a card.
struct WorkTable {
    let items: [WorkItem]
    let caption: String

    func view(_ visit: Visit) -> HTML {
        """
        <table class="records work"><caption class="hidden">\(caption)</caption>
        <thead><tr><th scope="col">\(visit("事项", "What"))</th><th scope="col">\(visit("时限", "Limit"))</th><th scope="col">\(visit("谁的", "Whose"))</th>\
        <th scope="col">\(visit("现在", "State"))</th><th scope="col">\(visit("可以办理", "What you can do"))</th></tr></thead>
        <tbody>\(items.map { row($0, visit) })</tbody></table>
        """
    }

    private func row(_ item: WorkItem, _ visit: Visit) -> HTML {
        let (register, record) = (item.register, item.record)
        let due: HTML? = item.due.map { "<br><small><time datetime=\"\($0.iso)\">\($0.iso)</time></small>" }
        return """
            <tr><td class="lead"><a href="\(Link.record(register.id, record.id))">\(record.title)</a><br><small>\(visit(register.name))</small></td>\
            <td data-label="\(visit("时限", "Limit"))">\(WorkClock.light(item.light, visit))\(due)</td>\
            <td data-label="\(visit("谁的", "Whose"))">\(item.whose.map { visit($0) } ?? "")</td>\
            <td data-label="\(visit("现在", "State"))">\(StateLight.light(record.state, of: register, visit))</td>\
            <td data-label="\(visit("可以办理", "What you can do"))">\(deeds(item, visit))</td></tr>

            """
    }

    private func deeds(_ item: WorkItem, _ visit: Visit) -> HTML {
        let (register, record) = (item.register, item.record)
        let moves: [HTML] = item.deeds.moves.prefix(3).map { move in
            "<a class=\"button\" href=\"\(Link.move(register.id, record.id, move.id))\">\(visit(move.name))</a>"
        }
        guard moves.isEmpty, item.deeds.edits else { return moves.joined(by: " ") }
        return "<a class=\"button\" href=\"\(Link.edit(register.id, record.id))\">\(visit("修改", "Change"))</a>"
    }
}
