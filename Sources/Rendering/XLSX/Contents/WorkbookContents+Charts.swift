extension WorkbookContents.Chart {
    /// What no spreadsheet takes of it.
    var problems: [String] {
        var problems: [String] = []
        if !place.isOnSheet { problems.append("it stands in no cell") }
        if series.isEmpty || series.count > 255 {
            problems.append("it has \(series.count) series; 1 to 255 are allowed")
        }
        if alternative.isEmpty { problems.append("nothing says in words what it shows") }
        for (index, one) in series.enumerated() {
            let name = "series \(index + 1)"
            for range in [one.categories, one.values] {
                if !range.isOnSheet { problems.append("\(name) reads cells that are not on a sheet") }
                // The library stores no copy of the values of any other shape, and previews then draw nothing.
                if range.rowCount > 1, range.columnCount > 1 {
                    problems.append("\(name) reads \(range.name), which is neither a row nor a column")
                }
            }
            if one.categories.rowCount * one.categories.columnCount != one.values.rowCount * one.values.columnCount {
                problems.append("\(name) has \(one.values.name) for the categories \(one.categories.name)")
            }
            if let head = one.name, !head.isOnSheet { problems.append("\(name) has its name in no cell") }
        }
        return problems
    }
}
