/// A place in a template, or in a partial of it.
struct Place: Hashable, Sendable {
    /// The file, as it was named to the parser.
    let file: String
    /// The line, from 1.
    let line: Int
    /// The column in Unicode scalars, from 1.
    var column = 1

    /// The place so many columns further on in its line.
    func moved(by columns: Int) -> Place {
        Place(file: file, line: line, column: column + columns)
    }

    /// `templates/weekly-review.md:31:5`.
    var text: String { "\(file):\(line):\(column)" }

    /// As seen from a file: `line 31` in that file, `line 31 of templates/partials/notes.md` from any other.
    func words(from other: String) -> String {
        file == other ? "line \(line)" : "line \(line) of \(file)"
    }
}

extension TemplateFault {
    /// A fault at a place.
    init(at place: Place, _ message: String) {
        self.init(file: place.file, line: place.line, column: place.column, message: FaultMessage.of(message))
    }
}
