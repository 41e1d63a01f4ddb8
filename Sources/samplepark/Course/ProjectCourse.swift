import Storage

/// 项目、签约、分期: each project from lead to output, a step at a time.
struct ProjectCourse {
    let content: SampleContent
    let projects: [Project]
    let decisions: Decisions

    private static let columns: [Name] = [
        "code", "name", "investor", "category", "asset", "light_kind", "chain", "link", "zone", "planned", "capacity", "capacity_note", "equipment",
        "land", "found", "unit", "state",
    ]

    /// What happens to a project on a day; of one day, in this order.
    private struct Happening {
        let day: Day
        let order: Int
        let by: String
        let register: Name
        let act: TimelineEvent.Act
    }

    func events() -> [TimelineEvent] {
        projects.flatMap { project in
            course(project).filter { $0.day <= Start.end }.sorted { ($0.day, $0.order) < ($1.day, $1.order) }.map { happening in
                TimelineEvent(
                    at: SiteTime.weekly(happening.day), subject: happening.by, reason: ProjectCourse.reasons[happening.register.text] ?? "",
                    register: happening.register, act: happening.act)
            }
        }
    }

    private static let reasons = ["project": "本周项目进展", "contract": "本周合同登记", "phase": "本周项目分期进展"]

    private func course(_ project: Project) -> [Happening] {
        let key: [Name: String] = ["code": project.code]
        var events = [entry(project)]
        let step = { (day: Day?, order: Int, values: [Name: String], to: Name?) in
            guard let day else { return }
            let by = order < 5 ? "招商服务部经办岗" : "项目推进部项目调度岗"
            events.append(
                Happening(day: max(day, project.entered), order: order, by: by, register: "project", act: .change([SampleStep(key, values, to: to)])))
        }
        if project.isTakenOver {
            step(project.commissioned, 8, [:], "producing")
        } else {
            step(project.talked, 1, ["first_talk": project.talked?.iso ?? ""], "talking")
            step(project.intended, 2, [:], "intended")
            step(project.signed, 3, [:], "signed")
            step(project.landed, 4, landing(project), "landed_here")
            if project.isLight { step(project.landed, 5, [:], "producing") }
            step(project.started, 6, [:], "building")
            step(project.commissioned, 8, [:], "producing")
            step(project.ended, 7, ["ended": project.ended?.iso ?? "", "why_ended": project.row["why_ended"]], "dropped")
        }
        if !project.isTakenOver {
            step(project.statisticsFrom, 7, ["statistics_from": project.statisticsFrom?.iso ?? ""], nil)
        }
        if !project.isListedAtEntry { step(project.keyFrom, 7, listing(project), nil) }
        // A project that produces is closed to edits, so one that leaves the list then leaves it on reaching its capacity.
        let isDone = project.commissioned.map { done in project.keyTo.map { done <= $0 } ?? false } ?? false
        step(project.keyTo, 8, ["key_to": project.keyTo?.iso ?? ""], isDone ? "full" : nil)
        return events + contract(project) + phase(project)
    }

    private func entry(_ project: Project) -> Happening {
        let row = project.row
        var columns = Self.columns
        var cells = [
            project.code, project.name, row["investor"], row["category"], row["asset"], row["light_kind"], row["chain"], row["link"], row["zone"],
            row["planned"], row["capacity"], row["contents"], row["equipment"], row["land"], project.found.iso,
            project.isTakenOver ? "建设管理部" : "招商服务部", project.isTakenOver ? "building" : "lead",
        ]
        columns.append("filings")
        let isFiled = !row["filed_code"].isEmpty && (project.isTakenOver || project.landed != nil)
        cells.append(isFiled ? "\(row["filed_code"])|\(project.found.iso)|发展改革部门" : "")
        if project.isTakenOver {
            columns += ["company", "key_from", "reserve", "statistics_from", "landed", "decision"]
            let company = content.enterprise(row["company"])?.code ?? ""
            let listed = project.isListedAtEntry ? listing(project) : [:]
            cells += [company, listed["key_from"] ?? "", "否", row["statistics_from"], row["landed"], listed["decision"] ?? ""]
        }
        let by = project.isTakenOver ? "项目推进部项目调度岗" : "招商服务部经办岗"
        return Happening(day: project.entered, order: 0, by: by, register: "project", act: .add(SampleTable(columns, [cells])))
    }

    private func landing(_ project: Project) -> [Name: String] {
        var values: [Name: String] = ["landed": project.landed?.iso ?? "", "landing_evidence": Start.evidence]
        values["company"] = content.enterprise(project.row["company"])?.code ?? ""
        for (name, head) in [("registered" as Name, "registered"), ("land_taken", "land_taken"), ("first_income", "first_income")] {
            if !project.row[head].isEmpty { values[name] = project.row[head] }
        }
        return values
    }

    private func listing(_ project: Project) -> [Name: String] {
        var values: [Name: String] = ["key_from": project.keyFrom?.iso ?? "", "reserve": project.row["reserve"]]
        if let from = project.keyFrom, let item = decisions.last("审议重点项目清单", on: from) { values["decision"] = item }
        return values
    }

    private func contract(_ project: Project) -> [Happening] {
        guard let signed = project.signed else { return [] }
        let number = "HT\(project.code.dropFirst(2))"
        let table = SampleTable(
            ["number", "project", "kind", "parties", "signed", "amount", "decision"],
            [
                [
                    number, project.code, "formal", "云川工业园区管委会、\(project.row["investor"])", signed.iso, project.row["planned"],
                    decisions.last("审议拟签约项目合同", on: signed) ?? "",
                ]
            ])
        let by = "招商服务部签约管理岗"
        var events = [Happening(day: max(signed, project.entered), order: 4, by: by, register: "contract", act: .add(table))]
        if let ended = project.ended {
            let step = SampleStep(["number": number], ["files": Start.evidence], to: "dissolved")
            events.append(Happening(day: ended, order: 8, by: by, register: "contract", act: .change([step])))
        }
        return events
    }

    private func phase(_ project: Project) -> [Happening] {
        guard let opened = project.opened else { return [] }
        let key: [Name: String] = ["project": project.code, "name": "一期"]
        let isBegun = project.isTakenOver
        let table = SampleTable(
            ["project", "name", "planned", "before_book", "opened", "start_planned", "started", "state"],
            [
                [
                    project.code, "一期", project.row["planned"], project.row["before_book"].isEmpty ? "0" : project.row["before_book"], opened.iso,
                    project.started?.iso ?? "", isBegun ? project.started?.iso ?? "" : "", isBegun ? "building" : "preparing",
                ]
            ])
        let by = "项目推进部项目调度岗"
        let entered = isBegun ? project.entered : max(opened, project.entered)
        var events = [Happening(day: entered, order: 5, by: by, register: "phase", act: .add(table))]
        let steps: [(Day?, Int, Name, Name)] = [
            (isBegun ? nil : project.started, 6, "started", "building"), (project.completed, 7, "completed", "built"),
            (project.commissioned, 8, "commissioned", "producing"),
        ]
        for (day, order, field, state) in steps {
            guard let day else { continue }
            let step = SampleStep(key, [field: day.iso, "evidence": Start.evidence], to: state)
            events.append(Happening(day: max(day, entered), order: order, by: by, register: "phase", act: .change([step])))
        }
        return events
    }
}
