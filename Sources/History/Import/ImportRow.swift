internal import Dates
internal import Input
internal import Ledger

/// One CSV row on its way in: reads its fields, and collects what is wrong with them instead of stopping at the first.
struct ImportRow {
    let row: CSVRow
    let subject: String
    private(set) var findings: [Finding] = []

    init(_ row: CSVRow, subject: String) {
        self.row = row
        self.subject = subject
    }

    /// Whether a finding refuses the row.
    var isRefused: Bool { findings.contains { $0.severity == .error } }

    /// Records a finding at a column's field.
    mutating func find(
        _ severity: Finding.Severity, _ rule: String, at column: String, _ reason: String, day: Day? = nil
    ) {
        findings.append(
            Finding(
                severity: severity, rule: rule, subject: subject, day: day,
                place: row.position(of: column).description,
                message: "\(column) '\(Excerpt.of(row[column] ?? ""))' \(reason)"))
    }

    /// Takes back all that was found, for a row that is not taken in.
    mutating func forgetFindings() { findings = [] }

    /// The trimmed field, or nil where it is empty or the file has no such column.
    func optional(_ column: String) -> String? {
        guard let text = row[column] else { return nil }
        let trimmed = text.trimmingASCIISpaces()
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The trimmed field, which must not be empty.
    mutating func required(_ column: String) -> String? {
        if let text = optional(column) { return text }
        find(.error, "import.missing-value", at: column, "is empty, and this column needs a value")
        return nil
    }

    /// Dollars per share; more than four decimals are rounded, with a note.
    mutating func price(_ column: String, _ text: String?) -> Price? {
        guard let text else { return nil }
        let exact = Price(decimal: text)
        let rounded = whole(text, places: 4).map { Price(tenThousandths: $0) } ?? decimal(text).flatMap { Price($0) }
        guard let price = exact ?? rounded else {
            find(.error, "import.not-a-number", at: column, "is no price; write dollars per share such as 1.25")
            return nil
        }
        guard LedgerBounds.holds(price) else {
            find(.error, "import.out-of-range", at: column, "lies beyond \(LedgerBounds.price) dollars per share")
            return nil
        }
        if exact != nil { return price }
        find(.note, "import.rounded", at: column, "was rounded to \(price), the nearest ten-thousandth of a dollar")
        return price
    }

    /// Dollars; more than two decimals are rounded, with a note.
    mutating func money(_ column: String, _ text: String?) -> Money? {
        guard let text else { return nil }
        guard let number = decimal(text),
            let money = whole(text, places: 2).map({ Money(cents: $0) }) ?? Money(dollars: number)
        else {
            find(.error, "import.not-a-number", at: column, "is no amount; write dollars such as 1250.75")
            return nil
        }
        guard LedgerBounds.holds(money) else {
            find(.error, "import.out-of-range", at: column, "lies beyond \(LedgerBounds.amount) dollars")
            return nil
        }
        if let exact = Price(decimal: text), exact.tenThousandths % 100 == 0 {
            return Money(cents: exact.tenThousandths / 100)
        }
        find(.note, "import.rounded", at: column, "was rounded to \(money), the nearest cent")
        return money
    }

    /// A finite number within a range; by default up to a billion either way.
    mutating func number(_ column: String, _ text: String?, in range: ClosedRange<Double> = -1e9...1e9) -> Double? {
        guard let text else { return nil }
        guard let number = decimal(text) else {
            find(.error, "import.not-a-number", at: column, "is not a number; write a decimal such as 112.5")
            return nil
        }
        guard range.contains(number) else {
            find(.error, "import.out-of-range", at: column, "lies outside \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A whole number within a range.
    mutating func integer(_ column: String, _ text: String?, in range: ClosedRange<Int>) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text) else {
            find(.error, "import.not-a-number", at: column, "is not a whole number")
            return nil
        }
        guard range.contains(number) else {
            find(.error, "import.out-of-range", at: column, "lies outside \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A moment in either of the two forms.
    mutating func instant(_ column: String, _ text: String?) -> Instant? {
        guard let text else { return nil }
        if let instant = Instant(text) { return within(column, NewYork.day(at: instant)) ? instant : nil }
        find(
            .error, "import.not-an-instant", at: column,
            "is no instant; write 2026-07-31T20:00:00Z or 2026-07-31 20:00:00 (UTC)")
        return nil
    }

    /// A date.
    mutating func day(_ column: String, _ text: String?) -> Day? {
        guard let text else { return nil }
        if let day = Day(text) { return within(column, day) ? day : nil }
        find(.error, "import.not-a-date", at: column, "is not a date; write YYYY-MM-DD")
        return nil
    }

    /// Whether a date can be one of a desk's: a mistyped year would stretch the history over centuries.
    private mutating func within(_ column: String, _ day: Day) -> Bool {
        if (1980...2050).contains(day.year) { return true }
        find(.error, "import.out-of-range", at: column, "lies outside 1980 to 2050; correct the year")
        return false
    }

    /// Yes or no.
    mutating func flag(_ column: String, _ text: String?) -> Bool? {
        guard let text else { return nil }
        switch text.lowercasedASCII {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default:
            find(.error, "import.not-a-choice", at: column, "is neither true nor false")
            return nil
        }
    }

    /// One of an enumeration's names; case does not matter.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ column: String, _ text: String?) -> Choice?
    where Choice.RawValue == String {
        guard let text else { return nil }
        let wanted = text.lowercasedASCII
        if let choice = Choice.allCases.first(where: { $0.rawValue.lowercasedASCII == wanted }) { return choice }
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        find(.error, "import.not-a-choice", at: column, "is none of \(names)")
        return nil
    }

    /// A decimal in units of its last place, halves away from zero; nil for one with an exponent, and for what is no decimal. A binary
    /// number would hold no half of a cent.
    private func whole(_ text: String, places: Int) -> Int64? {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), digits.contains(where: \.isNumber)
        else {
            return nil
        }
        let decimals = parts.count > 1 ? parts[1] : ""
        let kept = decimals.prefix(places)
        let padding = String(repeating: "0", count: places - kept.count)
        guard let value = Int64("\(parts[0])\(kept)\(padding)") else { return nil }
        let isUp = decimals.dropFirst(places).first.map { $0 >= "5" } ?? false
        let magnitude = value.addingReportingOverflow(isUp ? 1 : 0)
        guard !magnitude.overflow else { return nil }
        return text.first == "-" ? -magnitude.partialValue : magnitude.partialValue
    }

    /// `Double.init` would also read hexadecimal, infinities and NaN.
    private func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(text),
            number.isFinite
        else { return nil }
        return number
    }
}

extension String {
    /// The text without spaces and tabs at its ends.
    func trimmingASCIISpaces() -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
