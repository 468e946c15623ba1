internal import Metrics

extension TableBlock: Codable {
    private enum Key: String, CodingKey {
        case anchor, title, note, columns, rows, totals, highlights, placement
        case emptyText = "empty_text"
        case rowFormats = "row_formats"
    }

    /// Writes the table; totals and formats of rows stand by the position of their column.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor)
        try container.encode(title, forKey: .title)
        try container.encode(note, forKey: .note, unless: "")
        try container.encode(columns, forKey: .columns)
        try container.encode(rows.map { $0.map(CodedValue.init) }, forKey: .rows)
        if let totals {
            let summed = totals.indices.filter { totals[$0] != nil }
            try container.encode(
                Dictionary(uniqueKeysWithValues: summed.map { (String($0), CodedValue(totals[$0] ?? .null)) }),
                forKey: .totals)
        }
        try container.encode(highlights, forKey: .highlights, unless: [])
        try container.encode(emptyText, forKey: .emptyText, unless: "No rows.")
        let formats = Dictionary(uniqueKeysWithValues: rowFormats.map { (String($0), $1) })
        try container.encode(formats, forKey: .rowFormats, unless: [:])
        try container.encode(placement, forKey: .placement, unless: Placement())
    }

    /// Reads a table whose rows fit its columns.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let columns = try container.decode([Column].self, forKey: .columns)
        let rows = try container.decode([[CodedValue]].self, forKey: .rows).map { $0.map(\.value) }
        try container.check(rows.allSatisfy { $0.count == columns.count }, .rows, "a row has one value a column")
        var totals: [Value?]?
        if let summed = try container.decodeIfPresent([String: CodedValue].self, forKey: .totals) {
            var values = [Value?](repeating: nil, count: columns.count)
            for (key, value) in summed {
                guard let index = Int(key), columns.indices.contains(index) else {
                    throw DecodingError.dataCorruptedError(
                        forKey: .totals, in: container, debugDescription: "there is no column '\(key)'")
                }
                values[index] = value.value
            }
            totals = values
        }
        var formats: [Int: [ValueFormat]] = [:]
        for (key, ofRows) in try container.decode(.rowFormats, or: [String: [ValueFormat]]()) {
            guard let index = Int(key), columns.indices.contains(index), ofRows.count == rows.count else {
                throw DecodingError.dataCorruptedError(
                    forKey: .rowFormats, in: container, debugDescription: "column '\(key)' has not one format a row")
            }
            formats[index] = ofRows
        }
        self.init(
            anchor: try container.decode(String.self, forKey: .anchor),
            title: try container.decode(String.self, forKey: .title), note: try container.decode(.note, or: ""),
            columns: columns, rows: rows, totals: totals, highlights: try container.decode(.highlights, or: []),
            emptyText: try container.decode(.emptyText, or: "No rows."), rowFormats: formats,
            placement: try container.decode(.placement, or: Placement()))
    }
}

extension TableBlock.Column: Codable {
    private enum Key: String, CodingKey { case name, title, format }

    /// Writes the column.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(title, forKey: .title)
        try container.encode(format, forKey: .format)
    }

    /// Reads a column.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            title: try container.decode(String.self, forKey: .title),
            format: try container.decode(ValueFormat.self, forKey: .format))
    }
}

extension TableBlock.Highlight: Codable {
    private enum Key: String, CodingKey { case column, comparison, operand, tone }

    /// Writes the rule.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(column, forKey: .column)
        try container.encode(comparison, forKey: .comparison)
        try container.encode(CodedValue(operand), forKey: .operand)
        try container.encode(tone, forKey: .tone)
    }

    /// Reads a rule.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            column: try container.decode(String.self, forKey: .column),
            comparison: try container.decode(Comparison.self, forKey: .comparison),
            operand: try container.decodeIfPresent(CodedValue.self, forKey: .operand)?.value ?? .null,
            tone: try container.decode(Tone.self, forKey: .tone))
    }
}
