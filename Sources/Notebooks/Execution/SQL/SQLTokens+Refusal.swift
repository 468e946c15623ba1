/// What SQLite itself would let pass.
extension SQLTokens {
    /// Why the statement is not even prepared; nil for nothing against it.
    var refusal: SQLFault? {
        if let word = all.first(where: { $0.kind == .text && SQLTokens.namesZone($0.text) }) {
            return SQLFault(message: SQLTokens.refusal(ofZone: word.text), offset: word.offset)
        }
        if expansions > Double(SQLLimits.expansions) {
            return SQLFault(
                message:
                    "its common table expressions name each other more than \(SQLLimits.expansions) times over; put "
                    + "one of them into a cell of its own")
        }
        return nil
    }

    /// Whether a text asks a function of days and times for the machine's time zone.
    static func namesZone(_ text: String) -> Bool { ["localtime", "utc"].contains(text.trimmed.lowercased()) }

    /// Why a time zone may not be asked for.
    static func refusal(ofZone text: String) -> String {
        "'\(text)' depends on the machine's time zone; the desk's dates are New York's already"
    }

    /// Where a name is put before a point, as `main` in `main.trades`, quoted or not; nil where it is not. SQLite reads a
    /// text in single quotes as a name where only a name can stand.
    func qualifier(_ name: String) -> Token? {
        all.indices.first { index in
            [.name, .text].contains(all[index].kind) && all[index].text.lowercased() == name && word(index + 1) == "."
        }.map { all[$0] }
    }

    /// The names in it, in small letters.
    var names: [String] { all.filter { $0.kind == .name }.map { $0.text.lowercased() } }

    /// Where a row's number of SQLite's own is asked for; nil where it is not.
    var rowNumber: Token? {
        let names: Set<String> = ["rowid", "oid", "_rowid_"]
        return all.first { $0.kind == .name && names.contains($0.text.lowercased()) }
    }

    /// How many times common table expressions are written out where they are named. Each that names the one before
    /// twice doubles the work of reading the statement, which nothing can stop once it has begun.
    private var expansions: Double {
        var weights: [String: Double] = [:]
        func weight(of range: Range<Int>) -> Double {
            range.reduce(0) { $0 + (isTable($1) ? weights[all[$1].text.lowercased()] ?? 0 : 0) }
        }
        for index in all.indices {
            if let body = definition(at: index) {
                weights[all[index].text.lowercased(), default: 0] += 1 + weight(of: body)
            }
        }
        return weight(of: 0..<all.count)
    }

    /// Whether a word can name a table: it is no column's table, as in `a.x`, and no new name, as in `… as a`.
    private func isTable(_ index: Int) -> Bool {
        all[index].kind == .name && word(index + 1) != "." && word(index - 1) != "." && word(index - 1) != "as"
    }

    /// The words inside the brackets of `name (columns) as materialized (…)` that begins at a word; nil where another
    /// thing begins.
    private func definition(at start: Int) -> Range<Int>? {
        guard all[start].kind == .name else { return nil }
        var index = start + 1
        if let columns = brackets(at: index) { index = columns.upperBound + 1 }
        guard word(index) == "as" else { return nil }
        index += 1
        while word(index) == "not" || word(index) == "materialized" { index += 1 }
        return brackets(at: index)
    }

    private func word(_ index: Int) -> String? {
        all.indices.contains(index) ? all[index].text.lowercased() : nil
    }

    /// The words between a bracket and the one that closes it; nil where there is no bracket.
    private func brackets(at start: Int) -> Range<Int>? {
        guard word(start) == "(", all[start].kind == .other else { return nil }
        var depth = 0
        for index in start..<all.count where all[index].kind == .other {
            if all[index].text == "(" { depth += 1 }
            if all[index].text == ")" { depth -= 1 }
            if depth == 0 { return start + 1..<index }
        }
        return nil
    }
}
