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

    func integer(_ index: Int) throws -> Int64 {
        guard let value = optionalInteger(index) else { throw damaged(index) }
        return value
    }

    func optionalInteger(_ index: Int) -> Int64? { Int64.fromDatabaseValue(row[index] as DatabaseValue) }

    func number(_ index: Int) throws -> Double {
        guard let value = optionalNumber(index) else { throw damaged(index) }
        return value
    }

    func optionalNumber(_ index: Int) -> Double? { Double.fromDatabaseValue(row[index] as DatabaseValue) }

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
