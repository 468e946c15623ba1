import Dates
import Foundation
import Ledger
public import Metrics

/// Datasets and scalars as JSON, and back as far as earlier figures are needed.
///
/// `{"parameters": {name: text}, "scalars": {name: value}, "datasets": {name: {"columns": [...], "units": [...], "rows":
/// [[...]]}}}`, keys sorted, numbers not rounded, money in dollars, dates and moments as ISO 8601, undefined as null.
public enum ReviewJSON {
    /// The JSON text, ending with a line end.
    public static func text(
        parameters: [String: String], scalars: [Scalar], datasets: [Dataset]
    ) throws -> String {
        let body = Body(
            parameters: parameters,
            scalars: Dictionary(scalars.map { ($0.name, Cell(value: $0.value)) }) { first, _ in first },
            datasets: Dictionary(datasets.map { ($0.name, Table(dataset: $0)) }) { first, _ in first })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(body), as: UTF8.self) + "\n"
    }

    /// The numeric scalars of an earlier review's JSON with its week and its as-of date; nil where the text is no such JSON.
    public static func scalars(
        of text: String
    ) -> (week: String, asOf: String, figures: [(name: String, value: Double)])? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
            let scalars = object["scalars"] as? [String: Any], let week = scalars["week"] as? String,
            let asOf = scalars["as_of"] as? String
        else { return nil }
        let figures = scalars.keys.sorted().compactMap { name in
            (scalars[name] as? NSNumber).map { (name: name, value: $0.doubleValue) }
        }
        return (week, asOf, figures)
    }

    private struct Body: Encodable {
        let parameters: [String: String]
        let scalars: [String: Cell]
        let datasets: [String: Table]
    }

    private struct Table: Encodable {
        let dataset: Dataset
        enum CodingKeys: String, CodingKey { case columns, units, rows }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(dataset.columns.map(\.name), forKey: .columns)
            try container.encode(dataset.columns.map(\.unit.rawValue), forKey: .units)
            try container.encode(dataset.rows.map { $0.map(Cell.init) }, forKey: .rows)
        }
    }

    private struct Cell: Encodable {
        let value: Value

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch value {
            case .number(let number): try container.encode(number)
            case .integer(let integer): try container.encode(integer)
            case .money(let amount): try container.encode(amount.dollars)
            case .text(let text): try container.encode(text)
            case .day(let day): try container.encode(day.iso)
            case .instant(let instant): try container.encode(instant.iso)
            case .flag(let flag): try container.encode(flag)
            case .undefined, .null: try container.encodeNil()
            }
        }
    }
}
