internal import Dates
internal import GRDB
internal import Ledger

/// Reads one row by position, and names the table, row and column of a value that cannot be read: a history may be
/// edited by hand.
struct RowReader {
    let table: String
    let key: Int64
    let columns: [String]
    let row: Row

    /// A count or a number of a row; ``LedgerBounds`` bounds what is money.
    private static let largest: Int64 = 1_000_000_000_000
    /// What is no infinity, and whose sums are none.
    static let numbers = -1e15...1e15

    func integer(_ index: Int) throws -> Int64 {
        guard let value = optionalInteger(index) else { throw damaged(index) }
        return value
    }

    /// Nil for what is no whole number, and for one beyond what a desk can hold.
    func optionalInteger(_ index: Int) -> Int64? {
        Int64.fromDatabaseValue(row[index] as DatabaseValue).flatMap { value in
            (-Self.largest...Self.largest).contains(value) ? value : nil
        }
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
        guard let value = optionalText(index) else { throw damaged(index) }
        return value
    }

    func optionalText(_ index: Int) -> String? { String.fromDatabaseValue(row[index] as DatabaseValue) }

    func optionalFlag(_ index: Int) -> Bool? { optionalInteger(index).map { $0 != 0 } }

    func day(_ index: Int) throws -> Day {
        guard let day = optionalText(index).flatMap({ Day($0) }) else { throw damaged(index) }
        return day
    }

    func optionalDay(_ index: Int) throws -> Day? { row.hasNull(atIndex: index) ? nil : try day(index) }

    func instant(_ index: Int) throws -> Instant {
        guard let instant = optionalText(index).flatMap({ Instant($0) }) else { throw damaged(index) }
        return instant
    }

    func named<Name: RawRepresentable>(_ index: Int) throws -> Name where Name.RawValue == String {
        guard let name = optionalText(index).flatMap({ Name(rawValue: $0) }) else { throw damaged(index) }
        return name
    }

    func strings(_ index: Int) throws -> [String] {
        guard let strings = optionalText(index).flatMap({ JSONText.strings($0) }) else { throw damaged(index) }
        return strings
    }

    func damaged(_ index: Int) -> HistoryError {
        let value = row[index] as DatabaseValue
        return .damaged(
            table: table, row: key, column: columns[index],
            value: value.isNull ? "NULL" : "\(value.storage.value ?? "")")
    }
}
