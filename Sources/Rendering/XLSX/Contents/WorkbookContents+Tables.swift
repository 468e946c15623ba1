extension WorkbookContents {
    /// Faults of a sheet's tables, and of what is merged beside them.
    func tableFaults(_ sheet: Sheet) -> [WorkbookFault] {
        var faults: [WorkbookFault] = []
        for (index, table) in sheet.tables.enumerated() {
            let place = "table '\(table.name)'"
            faults += table.problems.map { WorkbookFault(sheet: sheet.name, place: place, problem: $0) }
            for other in sheet.tables[..<index] where other.range.overlaps(table.range) {
                faults.append(
                    WorkbookFault(
                        sheet: sheet.name, place: place,
                        problem: "its cells \(table.range.name) overlap those of '\(other.name)', \(other.range.name)"))
            }
        }
        // Merged cells that follow each other down the sheet, as they mostly do, cannot overlap; they may be very many.
        let isInOrder = zip(sheet.merges, sheet.merges.dropFirst()).allSatisfy { $0.last.row < $1.first.row }
        for (index, merge) in sheet.merges.enumerated() {
            func fault(_ problem: String) {
                faults.append(WorkbookFault(sheet: sheet.name, place: "merged cells \(merge.name)", problem: problem))
            }
            if !merge.isOnSheet { fault("they are not on a sheet") }
            if merge.first == merge.last { fault("one cell cannot be merged") }
            for other in sheet.merges[..<(isInOrder ? 0 : index)] where other.overlaps(merge) {
                fault("they overlap \(other.name)")
            }
            for table in sheet.tables where table.range.overlaps(merge) { fault("they overlap table '\(table.name)'") }
        }
        return faults
    }

    /// Faults of a sheet's links.
    func linkFaults(_ sheet: Sheet) -> [WorkbookFault] {
        let known = Set(sheets.map(\.name))
        var faults: [WorkbookFault] = []
        for link in sheet.links {
            func fault(_ problem: String) {
                faults.append(
                    WorkbookFault(sheet: sheet.name, place: "the link in \(link.place)", problem: problem))
            }
            if !known.contains(link.sheet) { fault("it leads to '\(link.sheet)', which is no sheet") }
            if link.sheet.contains("#") { fault("it leads to '\(link.sheet)', and the library cuts an address at '#'") }
            if !link.target.isOnSheet || !link.place.isOnSheet { fault("it is not on a sheet or leads outside of one") }
            if link.words.isEmpty || link.words.utf16.count > 255 {
                fault("it has \(link.words.utf16.count) characters; 1 to 255 are allowed")
            }
        }
        if sheet.links.count > 65_530 {
            faults.append(
                WorkbookFault(
                    sheet: sheet.name, place: "links", problem: "there are \(sheet.links.count) and 65,530 are the most"
                ))
        }
        return faults
    }
}

extension WorkbookContents.Table {
    /// What no spreadsheet takes of it.
    var problems: [String] {
        var problems = DefinedNames.problems(of: name)
        if !range.isOnSheet { problems.append("its cells \(range.first) to \(range.last) are not on a sheet") }
        if range.rowCount < (hasTotals ? 3 : 2) { problems.append("it has no row of values") }
        if heads.count != range.columnCount {
            problems.append("it has \(heads.count) heads for \(range.columnCount) columns")
        }
        var seen: Set<String> = []
        for (index, head) in heads.enumerated() {
            if !seen.insert(head.lowercased()).inserted { problems.append("the head '\(head)' stands twice") }
            if head.isEmpty || head.utf16.count > 255 {
                problems.append("head \(index + 1) has \(head.utf16.count) characters; 1 to 255 are allowed")
            }
            if head.unicodeScalars.contains(where: { $0.value < 32 }) {
                problems.append("head \(index + 1) has control characters or breaks the line")
            }
        }
        return problems
    }
}
