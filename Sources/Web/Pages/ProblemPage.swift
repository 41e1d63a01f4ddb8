import Storage

/// What a person sees instead of a page that can't be shown.
struct ProblemPage: Page {
    let problem: Problem

    var room: Frame.Room { .none }
    func title(_ visit: Visit) -> String { visit(problem.title) }

    func body(_ visit: Visit) -> HTML {
        let items: HTML? = problem.items.isEmpty ? nil : "<ul>\(problem.items.map { "<li>\(visit($0.words))</li>" as HTML })</ul>"
        let id: HTML? = problem.id.map { "<p>\(visit("编号：", "Number: "))<code>\($0)</code></p>" }
        return """
            \(Frame.title(visit(problem.title)))
            <div class="sheet problem"><p>\(visit(problem.words))</p>\(items)\(id)<p><a href="\(Link.home)">\(visit("回到首页", "To the first page"))</a></p></div>
            """
    }
}
