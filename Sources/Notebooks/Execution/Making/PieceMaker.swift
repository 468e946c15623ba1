internal import Input
internal import Metrics

/// Makes one piece of a document. Whatever is wrong is collected, and the rest of the piece is looked at all the same.
struct PieceMaker {
    /// What the piece can name.
    let names: Names
    /// Where its SQL reads; nil where a template has none.
    let database: ReadOnlyDatabase?
    /// The units of a query's columns.
    let units: ColumnUnits
    /// The anchors of the page.
    var anchors: Anchors
    /// What may still be shown.
    var allowance: Allowance
    /// Everything wrong so far. A piece with faults is not shown.
    private(set) var faults: [CellFault] = []

    /// What became of a piece.
    struct Made {
        /// What is shown.
        var blocks: [Block] = []
        /// What later cells see under the cell's name; nil for nothing.
        var relation: Relation?
        /// The caption by which a warning names the cell.
        var title = ""
        /// What becomes of it when there are no rows; nil when there are some.
        var emptiness: Emptiness?
    }

    /// A maker of a piece that can name what there is so far.
    init(
        names: Names, database: ReadOnlyDatabase?, units: ColumnUnits, anchors: Anchors, allowance: Allowance
    ) {
        self.names = names
        self.database = database
        self.units = units
        self.anchors = anchors
        self.allowance = allowance
    }

    mutating func fault(_ message: String, at place: Place?) {
        add(CellFault(message: message, place: place))
    }

    /// Adds a fault; of very many the first, and of those that are alike one.
    mutating func add(_ fault: CellFault) {
        guard faults.count < TemplateParser.faultLimit, !(faults.last?.isLike(fault) ?? false) else { return }
        faults.append(fault)
    }

    /// Takes bytes to be shown; false, with a fault, where the report has shown too many.
    mutating func show(_ bytes: Int) -> Bool {
        if allowance.show(bytes) { return true }
        let left = Allowance.megabytes(allowance.bytesLeft)
        fault(
            "this shows \(Allowance.megabytes(bytes)), at 16 bytes a value and its text, and \(left) are left of the "
                + "\(Allowance.megabytes(Allowance.shownBytes)) that a report may show. Sum up, leave columns out or add "
                + "a limit.", at: nil)
        return false
    }

    /// Takes rows to be looked at; false, with a fault, where the report has looked at too many.
    private mutating func look(at relation: Relation, for place: Place) -> Bool {
        if allowance.look(at: relation.rows.count) { return true }
        fault(
            "the cells and values of a report look at up to \(Allowance.lookedRows / 1_000_000) million rows together; "
                + "'\(relation.name)' has \(relation.rows.count). Name fewer values of it, or make a smaller table of "
                + "it first.", at: place)
        return false
    }

    /// A dataset or an earlier cell's result; nil, with a fault, where there is none.
    mutating func relation(_ word: Word?) -> Relation? {
        guard let word else { return nil }
        do throws(CellFault) {
            let relation = try names.relation(word)
            return look(at: relation, for: word.place) ? relation : nil
        } catch {
            add(error)
            return nil
        }
    }

    /// What a reference stands for; nil, with a fault, where that is nothing.
    mutating func value(_ reference: Reference) -> (value: Value, format: ValueFormat)? {
        do throws(CellFault) {
            if reference.path.count > 2, let relation = try? names.relation(reference.head),
                !look(at: relation, for: reference.place)
            {
                return nil
            }
            return try names.value(reference)
        } catch {
            add(error)
            return nil
        }
    }

    /// The position of a column that an option names; nil, with a fault, where there is none.
    mutating func column(_ word: Word, _ option: String, of relation: Relation) -> Int? {
        if let index = relation.index(of: word.text) { return index }
        fault(
            "option '\(option)': '\(relation.name)' has no column '\(Excerpt.of(word.text))'. "
                + Suggestion.text(for: word.text, among: relation.columns.map(\.name)), at: word.place)
        return nil
    }

    /// A text with its values put in as they are shown.
    mutating func plain(_ text: InterpolatedText) -> String {
        var result = ""
        for segment in text.segments {
            switch segment {
            case .literal(let literal): result += literal.visible
            case .value(let reference, let format):
                guard let found = value(reference) else { continue }
                let shown = (format ?? found.format).text(found.value)
                guard show(16 + shown.utf8.count) else { return result }
                result += shown
            }
        }
        return result
    }

    /// Markdown with its values put in as text.
    mutating func markdown(_ prose: ProseText) -> String {
        var result = ""
        // Whether the line that is being written holds no words so far: nothing, or the signs of items and quotes.
        var isBlank = true
        for segment in prose.text.segments {
            switch segment {
            case .literal(let literal):
                guard show(literal.utf8.count) else { return result }
                result += literal.visible
                let bytes = Array(literal.utf8)
                let lineStart = bytes.lastIndex(of: 10)
                let line = bytes[(lineStart.map { $0 + 1 } ?? 0)...]
                isBlank = (isBlank || lineStart != nil) && ProseLine(line).isBlank
            case .value(let reference, let format):
                guard let found = value(reference) else { continue }
                let shown = (format ?? found.format).text(found.value)
                guard show(16 + shown.utf8.count) else { return result }
                // Behind a bracket of the template's these would begin an address.
                if result.last == "]", let first = shown.first, "(:".contains(first) { result += "\\" }
                result += MarkdownText.escaped(shown, startsLine: isBlank)
                isBlank = isBlank && shown.trimmed.isEmpty
            }
        }
        let measure = ProseMeasure(result)
        for excess in measure.excesses { fault(excess.message, at: prose.place(ofLine: excess.line)) }
        if measure.excesses.isEmpty { _ = show(16 * measure.cells + measure.linkBytes) }
        return result
    }

    /// A caption: the text, or one made from the cell's name where there is none.
    mutating func title(_ text: InterpolatedText, of cell: String) -> String {
        let words = plain(text)
        return words.isEmpty ? ColumnNames.title(cell) : words
    }
}
