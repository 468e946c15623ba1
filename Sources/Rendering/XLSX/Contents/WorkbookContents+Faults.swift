extension WorkbookContents {
    /// Every fault of the whole: what Excel's limits forbid, what it repairs, and what the library lets through.
    var faults: [WorkbookFault] {
        var faults = cellFaults + sheetFaults + nameFaults + propertyFaults
        for sheet in sheets {
            faults += tableFaults(sheet) + linkFaults(sheet)
            faults += sheet.formulas.flatMap { formula in
                formula.problems.map { WorkbookFault(sheet: sheet.name, place: formula.place.description, problem: $0) }
            }
            faults += sheet.rules.flatMap { rule in
                rule.problems.map {
                    WorkbookFault(sheet: sheet.name, place: "a rule of \(rule.range.name)", problem: $0)
                }
            }
            faults += sheet.charts.flatMap { chart in
                chart.problems.map {
                    WorkbookFault(sheet: sheet.name, place: "chart '\(chart.title)'", problem: $0)
                }
            }
            faults += sheet.page.problems.map { WorkbookFault(sheet: sheet.name, place: "page", problem: $0) }
        }
        return faults
    }

    private var sheetFaults: [WorkbookFault] {
        func fault(_ name: String, _ problem: String) -> WorkbookFault {
            WorkbookFault(place: "sheet '\(name)'", problem: problem)
        }
        var faults = sheets.flatMap { sheet in SheetNames.problems(of: sheet.name).map { fault(sheet.name, $0) } }
        faults += repeated(sheets.map(\.name)).map { fault($0, "its name is given twice") }
        if sheets.isEmpty { faults.append(WorkbookFault(place: "workbook", problem: "it has no sheet")) }
        if formatCount > 64_000 {
            faults.append(
                WorkbookFault(place: "workbook", problem: "it has \(formatCount) formats and 64,000 are the most"))
        }
        return faults
    }

    private var nameFaults: [WorkbookFault] {
        let known = Set(sheets.map(\.name))
        var faults: [WorkbookFault] = []
        for name in names {
            var problems = DefinedNames.problems(of: name.name)
            if !known.contains(name.sheet) { problems.append("it names a cell of '\(name.sheet)', which is no sheet") }
            if !name.cell.isOnSheet { problems.append("its cell is not on a sheet") }
            faults += problems.map { WorkbookFault(place: "name '\(name.name)'", problem: $0) }
        }
        // Tables and cells share one space of names.
        let all = names.map(\.name) + sheets.flatMap { $0.tables.map(\.name) }
        return faults + repeated(all).map { WorkbookFault(place: "name '\($0)'", problem: "it is given twice") }
    }

    private var propertyFaults: [WorkbookFault] {
        func fault(_ name: String, _ problem: String) -> WorkbookFault {
            WorkbookFault(place: "property '\(name)'", problem: problem)
        }
        var faults = repeated(properties.map(\.name)).map { fault($0, "it is given twice") }
        for property in properties {
            if property.name.isEmpty { faults.append(fault("", "it has no name")) }
            for text in [property.name, property.text] where text.utf16.count > 255 {
                faults.append(fault(property.name, "it has \(text.utf16.count) characters and 255 are the most"))
            }
        }
        return faults
    }

    /// The names that stand more than once in any case of letters.
    private func repeated(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0.lowercased()).inserted }
    }
}

extension Cell: CustomStringConvertible {
    /// As `cell B5`; by its numbers where there is no such cell.
    var description: String { isOnSheet ? "cell \(name)" : "the cell in row \(row + 1) and column \(column + 1)" }
}
