internal import Metrics

/// What the pieces of a report may still show and look at, all together. Counts, as of SQL (``SQLLimits``): without them
/// a few lines of a template that name one long text or table again and again would fill any memory.
struct Allowance {
    /// Bytes that all of a report may show, at sixteen a value and its text.
    static let shownBytes = 6_000_000
    /// Rows that all of a report may look at: those of a table's source, and those among which a name is looked up.
    static let lookedRows = 50_000_000
    /// Rows of a block of checks.
    static let checks = 1000

    private(set) var bytesLeft = shownBytes
    private(set) var rowsLeft = lookedRows

    /// Takes bytes; false where there are not so many left.
    mutating func show(_ bytes: Int) -> Bool {
        guard bytes <= bytesLeft else { return false }
        bytesLeft -= bytes
        return true
    }

    /// Takes rows; false where there are not so many left.
    mutating func look(at rows: Int) -> Bool {
        guard rows <= rowsLeft else { return false }
        rowsLeft -= rows
        return true
    }

    /// The amount as a reader knows it.
    static func megabytes(_ bytes: Int) -> String {
        "\(ValueFormat.number1.text(.number(Double(bytes) / 1_000_000))) MB"
    }
}

extension Block {
    /// Bytes of what the block shows of data, at sixteen a value and its text; a chart's values are shown twice, drawn and
    /// as its data. Prose is counted where it is written, a caption where values are put into it.
    var shownBytes: Int {
        switch self {
        case .heading, .prose, .failure: 0
        case .figures(let block): block.items.reduce(0) { $0 + 16 * (5 + $1.trend.count) + $1.value.textBytes }
        case .checks(let block):
            block.rows.reduce(0) {
                $0 + 16 * 6 + $1.title.utf8.count * 2 + $1.value.textBytes + $1.limit.utf8.count
                    + $1.evidence.utf8.count + $1.link.utf8.count
            }
        case .table(let block):
            block.columns.reduce(0) { $0 + 32 + $1.name.utf8.count + $1.title.utf8.count }
                + block.rows.reduce(0) { $0 + $1.reduce(0) { $0 + 16 + $1.textBytes } }
        case .chart(let block):
            block.alternative.utf8.count + block.x.reduce(0) { $0 + 16 + $1.textBytes }
                + block.series.reduce(0) {
                    $0 + $1.values.reduce(0) { $0 + 32 + ($1?.writtenBytes ?? 0) } + $1.title.utf8.count
                }
        }
    }
}

extension Value {
    /// Bytes of the value's words beyond the sixteen of any. A very large number is written with all its digits, and a very
    /// small one with all its zeros.
    fileprivate var textBytes: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .number(let number): number.writtenBytes
        default: 0
        }
    }
}

extension Double {
    /// Bytes beyond sixteen that the number can take when it is written out.
    fileprivate var writtenBytes: Int { self == 0 || (1e-5..<1e15).contains(magnitude) ? 0 : 420 }
}
