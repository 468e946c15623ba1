/// What is wrong with a CSV file, with its place, the rule, the value seen and the remedy.
public enum CSVError: Error, Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable(file: String, reason: String)
    /// The file has more bytes than are read.
    case oversized(file: String, reason: String)
    /// The file has no header line.
    case noHeader(file: String)
    /// The header lacks a column that is needed.
    case missingColumn(file: String, column: String, present: [String])
    /// The header names a column twice.
    case duplicateColumn(at: SourcePosition, column: String)
    /// A record has more or fewer fields than the header.
    case fieldCount(at: SourcePosition, expected: Int, found: Int)
    /// A quoted field never ends.
    case unterminatedQuote(at: SourcePosition)
    /// A quote stands inside an unquoted field, or text follows a closing quote.
    case strayQuote(at: SourcePosition)
    /// A carriage return stands alone, not before a line feed.
    case strayCarriageReturn(at: SourcePosition)
    /// The bytes are not UTF-8, or hold a NUL.
    case notText(at: SourcePosition)
    /// A record or field is larger than the reader's limits allow.
    case tooLarge(at: SourcePosition, what: String, limit: Int)
    /// A field cannot be read as what its column holds.
    case invalidField(at: SourcePosition, column: String, value: String, rule: String)
}

extension CSVError: CustomStringConvertible {
    /// Place, rule, value and remedy in one line.
    public var description: String {
        switch self {
        case .unreadable(let file, let reason), .oversized(let file, let reason):
            "\(file): cannot be read: \(reason)"
        case .noHeader(let file):
            "\(file): is empty; the first line must name the columns"
        case .missingColumn(let file, let column, let present):
            "\(file):1: has no column '\(column)' (it has \(Excerpt.of(list: present))); add it to the header"
        case .duplicateColumn(let place, let column):
            "\(place): column '\(Excerpt.of(column))' is named twice; name each column once"
        case .fieldCount(let place, let expected, let found):
            "\(place): has \(found) fields where the header has \(expected); quote fields that contain commas"
        case .unterminatedQuote(let place):
            "\(place): a quoted field begins here and never ends; close it with \""
        case .strayQuote(let place):
            "\(place): a quote stands inside a field; quote the whole field and double the quotes in it"
        case .strayCarriageReturn(let place):
            "\(place): a carriage return stands alone; end lines with LF or CRLF"
        case .notText(let place):
            "\(place): is not UTF-8 text; save the file as UTF-8"
        case .tooLarge(let place, let what, let limit):
            "\(place): \(what) exceeds the limit of \(limit); a closing quote may be missing"
        case .invalidField(let place, let column, let value, let rule):
            "\(place): \(column) '\(Excerpt.of(value))' \(rule)"
        }
    }

    /// Where the fault is; nil where it concerns the file as a whole.
    public var position: SourcePosition? {
        switch self {
        case .unreadable, .oversized, .noHeader, .missingColumn: nil
        case .duplicateColumn(let place, _), .fieldCount(let place, _, _), .unterminatedQuote(let place),
            .strayQuote(let place), .strayCarriageReturn(let place), .notText(let place),
            .tooLarge(let place, _, _), .invalidField(let place, _, _, _):
            place
        }
    }
}
