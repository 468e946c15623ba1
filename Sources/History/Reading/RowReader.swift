internal import Dates
internal import GRDB
internal import Input
internal import Ledger

/// Reads one row by position, and names the table, row and column of a value that cannot be read: a history may be
/// edited by hand.
struct RowReader {
    let table: String
    let key: Int64
    let columns: [String]
    let row: Row

    init(table: String, key: Int64, columns: [String], row: Row) {
        self.table = table
        self.key = key
        self.columns = columns
        self.row = row
    }

    /// A reader of a row that tells its own number in one of its places.
    init(table: String, keyAt index: Int, columns: [String], row: Row) {
        let key = Int64.fromDatabaseValue(row[index] as DatabaseValue) ?? 0
        self.init(table: table, key: key, columns: columns, row: row)
    }

    /// A count or a number of a row; ``LedgerBounds`` bounds what is money.
    private static let largest: UInt64 = 1_000_000_000_000
    /// What is no infinity, and whose sums are none.
    static let numbers = -1e15...1e15
    /// A price of what is traded, a ratio: what is divided by.
    static let positive = Double.leastNonzeroMagnitude...1e15
    /// A share of the capital.
    static let shares = 0.0...1
    /// A volatility, an amount at risk: what has no sign.
    static let magnitudes = 0.0...1e15

    func integer(_ index: Int) throws -> Int64 {
        guard let value = try optionalInteger(index) else { throw damaged(index) }
        return value
    }

    /// Nil where the row has no value.
    func optionalInteger(_ index: Int) throws -> Int64? {
        let stored = row[index] as DatabaseValue
        guard !stored.isNull else { return nil }
        guard let value = Int64.fromDatabaseValue(stored), value.magnitude <= Self.largest else {
            throw damaged(index)
        }
        return value
    }

    func count(_ index: Int, in range: ClosedRange<Int>) throws -> Int {
        guard let value = try optionalCount(index, in: range) else { throw damaged(index) }
        return value
    }

    func optionalCount(_ index: Int, in range: ClosedRange<Int>) throws -> Int? {
        guard let value = try optionalInteger(index) else { return nil }
        guard range.contains(Int(value)) else { throw damaged(index) }
        return Int(value)
    }

    func price(_ index: Int) throws -> Price {
        let price = Price(tenThousandths: try integer(index))
        guard LedgerBounds.holds(price) else { throw damaged(index) }
        return price
    }

    func optionalPrice(_ index: Int) throws -> Price? { row.hasNull(atIndex: index) ? nil : try price(index) }

    func money(_ index: Int) throws -> Money {
        let amount = Money(cents: try integer(index))
        guard LedgerBounds.holds(amount) else { throw damaged(index) }
        return amount
    }

    func optionalMoney(_ index: Int) throws -> Money? { row.hasNull(atIndex: index) ? nil : try money(index) }

    func number(_ index: Int, in range: ClosedRange<Double> = Self.numbers) throws -> Double {
        guard let value = try optionalNumber(index, in: range) else { throw damaged(index) }
        return value
    }

    /// Nil where the row has no value.
    func optionalNumber(_ index: Int, in range: ClosedRange<Double> = Self.numbers) throws -> Double? {
        let stored = row[index] as DatabaseValue
        guard !stored.isNull else { return nil }
        guard let value = Double.fromDatabaseValue(stored), range.contains(value) else { throw damaged(index) }
        return value
    }

    func text(_ index: Int) throws -> String {
        guard let value = try optionalText(index) else { throw damaged(index) }
        return value
    }

    func optionalText(_ index: Int) throws -> String? {
        let stored = row[index] as DatabaseValue
        guard !stored.isNull else { return nil }
        guard let value = String.fromDatabaseValue(stored) else { throw damaged(index) }
        return value
    }

    func flag(_ index: Int) throws -> Bool { try count(index, in: 0...1) == 1 }

    func optionalFlag(_ index: Int) throws -> Bool? { try optionalCount(index, in: 0...1).map { $0 == 1 } }

    func day(_ index: Int) throws -> Day {
        guard let day = Day(try text(index)) else { throw damaged(index) }
        return day
    }

    func optionalDay(_ index: Int) throws -> Day? { row.hasNull(atIndex: index) ? nil : try day(index) }

    func instant(_ index: Int) throws -> Instant {
        guard let instant = Instant(try text(index)) else { throw damaged(index) }
        return instant
    }

    func named<Name: RawRepresentable>(_ index: Int) throws -> Name where Name.RawValue == String {
        guard let name = Name(rawValue: try text(index)) else { throw damaged(index) }
        return name
    }

    func strings(_ index: Int) throws -> [String] {
        guard let strings = JSONText.strings(try text(index)) else { throw damaged(index) }
        return strings
    }

    func damaged(_ index: Int) -> HistoryError {
        let value = row[index] as DatabaseValue
        return .damaged(
            table: table, row: key, column: columns[index],
            value: value.isNull ? "NULL" : Excerpt.of("\(value.storage.value ?? "")"))
    }
}
