import Storage

/// One labelled box of a form: the label above, help and faults beside it, each bound to the box for those who only hear them.
struct FormBox {
    let name: String
    let label: String
    var help: String?
    var fault: String?
    var unit: String?
    var isRequired = false
    /// Sets the boxes of one form apart from those of another on the same page.
    var place = ""

    /// A box for one line.
    func line(_ value: String = "", type: String = "text", extra: HTML = "", _ visit: Visit) -> HTML {
        let input: HTML = "<input id=\"\(id)\" name=\"\(name)\" type=\"\(type)\" value=\"\(value)\"\(marks)\(extra)>"
        guard let unit else { return around(input, visit) }
        return around("<span class=\"with\">\(input)<span class=\"soft\">\(unit)</span></span>", visit)
    }

    /// A box for several lines.
    func lines(_ value: String, rows: Int = 4, extra: HTML = "", _ visit: Visit) -> HTML {
        around("<textarea id=\"\(id)\" name=\"\(name)\" rows=\"\(rows)\"\(marks)\(extra)>\n\(value)</textarea>", visit)
    }

    /// A list to choose from.
    func choice(_ options: [(value: String, label: String)], chosen: String, _ visit: Visit) -> HTML {
        let items: [HTML] = options.map { option in
            let mark: HTML = option.value == chosen ? " selected" : ""
            return "<option value=\"\(option.value)\"\(mark)>\(option.label)</option>"
        }
        return around("<select id=\"\(id)\" name=\"\(name)\"\(marks)>\(items)</select>", visit)
    }

    /// Any control under the label.
    func around(_ control: HTML, _ visit: Visit) -> HTML {
        let needed: HTML? = isRequired ? " <b class=\"needed\">\(visit("必填", "needed"))</b>" : nil
        let helping: HTML? = help.map { "<p class=\"soft\" id=\"\(id)-help\">\($0)</p>" }
        let wrong: HTML? = fault.map { "<p class=\"fault\" id=\"\(id)-fault\">\($0)</p>" }
        return """
            <div class="box\(fault == nil ? "" : " wrong" as HTML)"><label for="\(id)">\(label)\(needed)</label>\(helping)\(wrong)
            \(control)</div>

            """
    }

    /// The name as an id of the page.
    var id: String { "f-" + (place.isEmpty ? "" : place + "-") + name.map { $0.isLetter || $0.isNumber || $0 == "-" ? String($0) : "-" }.joined() }

    private var marks: HTML {
        let described = [help == nil ? nil : "\(id)-help", fault == nil ? nil : "\(id)-fault"].compactMap { $0 }.joined(separator: " ")
        let about: HTML? = described.isEmpty ? nil : " aria-describedby=\"\(described)\""
        let invalid: HTML? = fault == nil ? nil : " aria-invalid=\"true\""
        return "\(about)\(invalid)"
    }
}
