import Input
internal import Metrics

extension PieceMaker {
    /// The table of a query.
    mutating func made(_ cell: SQLCell, named name: String) -> Made {
        guard let result = query(cell, named: name) else {
            // What else the cell names can be looked at without a result.
            _ = (plain(cell.table.title), plain(cell.table.note))
            return Made()
        }
        var made = self.made(result, cell.table, named: name, showing: result)
        if !cell.isShown { made.blocks = [] }
        return made
    }

    private mutating func query(_ cell: SQLCell, named name: String) -> Relation? {
        guard let database, !cell.isEmpty else { return nil }
        do throws(SQLFault) {
            let (columns, rows) =
                names.rowsAreKnown
                ? try database.query(cell.statement, naming: names.values)
                : (try database.columns(of: cell.statement, naming: names.values), [])
            var seen: Set<String> = []
            for column in columns where !seen.insert(column).inserted {
                throw SQLFault(message: "two columns are called '\(column)'; name one of them with 'as'")
            }
            return Relation(
                name: name,
                columns: columns.enumerated().map { index, column in
                    TableBlock.Column(
                        name: column, title: ColumnNames.title(column),
                        format: units.format(of: column, values: rows.lazy.map { $0[index] }))
                },
                rows: rows)
        } catch {
            add(explained(error, of: cell, by: database))
            return nil
        }
    }

    /// How SQLite's words begin where a statement is beyond one of its bounds.
    private static let boundsOfSQLite = [
        "parser stack overflow", "too many ", "Expression tree is too large", "at most ",
    ]

    /// SQLite's words, with the names that exist where one does not.
    private func explained(_ fault: SQLFault, of cell: SQLCell, by database: ReadOnlyDatabase) -> CellFault {
        func name(after prefix: String) -> String? {
            fault.message.hasPrefix(prefix) ? String(fault.message.dropFirst(prefix.count)) : nil
        }
        if let table = name(after: "no such table: "), let tables = try? database.tableNames() {
            // SQLite says nowhere where the table is named.
            let place = SQLTokens(cell.statement).offset(of: table).map(cell.place)
            if var absence = names.absence(of: table, in: cell.file) {
                absence.place = place
                return absence
            }
            return CellFault(
                message: "\(fault.message). \(Suggestion.text(for: table, among: tables))", place: place,
                isConsequence: names.isIncomplete)
        }
        let place = (fault.offset ?? SQLTokens(cell.statement).all.first?.offset).map(cell.place)
        if let column = name(after: "no such column: "), let columns = try? database.columnNames() {
            let bare = column.split(separator: ".").last.map(String.init) ?? column
            let nearest = NearestName.suggestion(for: bare, among: columns)
            let isElsewhere = columns.contains { $0.lowercased() == bare.lowercased() }
            let help =
                isElsewhere
                ? "There is such a column, but not in what is read here."
                : nearest.map { "Did you mean '\($0)'?" } ?? "No table has a column like it."
            return CellFault(message: "\(fault.message). \(help)", place: place)
        }
        if let word = ["check", "limit"].first(where: { fault.message == "near \"\($0)\": syntax error" }) {
            let help = "'\(word)' is a word of SQL; as a column's name it stands in double quotes."
            return CellFault(message: "\(fault.message). \(help)", place: place)
        }
        if PieceMaker.boundsOfSQLite.contains(where: fault.message.hasPrefix) {
            return CellFault(message: "\(fault.message). Shorten the statement, or divide it into cells.", place: place)
        }
        return CellFault(message: fault.message.last == "." ? fault.message : "\(fault.message).", place: place)
    }
}

extension SQLCell {
    /// The place of a byte of the statement.
    fileprivate func place(_ offset: Int) -> Place {
        let before = statement.utf8.prefix(offset)
        let line = before.lastIndex(of: 10).map { statement.utf8.index(after: $0) } ?? statement.startIndex
        return Place(
            file: file, line: firstLine + before.count { $0 == 10 },
            column: statement.unicodeScalars.distance(from: line, to: before.endIndex) + 1)
    }
}
