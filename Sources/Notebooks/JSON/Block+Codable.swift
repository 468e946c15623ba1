extension Block: Codable {
    private enum Key: String, CodingKey { case block, level, text, anchor, placement }

    private enum Name: String, CodedWord {
        case heading, prose, figures, checks, table, chart, failure
    }

    /// Writes the block with its name under `block`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .heading(let level, let text, let anchor):
            try container.encode(Name.heading, forKey: .block)
            try container.encode(level, forKey: .level)
            try container.encode(text, forKey: .text)
            try container.encode(anchor, forKey: .anchor)
        case .prose(let text, let placement):
            try container.encode(Name.prose, forKey: .block)
            try container.encode(text, forKey: .text)
            try container.encode(placement, forKey: .placement, unless: Placement())
        case .figures(let block): try write(.figures, block, to: encoder)
        case .checks(let block): try write(.checks, block, to: encoder)
        case .table(let block): try write(.table, block, to: encoder)
        case .chart(let block): try write(.chart, block, to: encoder)
        case .failure(let block): try write(.failure, block, to: encoder)
        }
    }

    private func write(_ name: Name, _ block: some Encodable, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .block)
        try block.encode(to: encoder)
    }

    /// Reads the block that its name announces.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(Name.self, forKey: .block) {
        case .heading:
            let level = try container.decode(Int.self, forKey: .level)
            try container.check((1...6).contains(level), .level, "a heading has a level from 1 to 6")
            self = .heading(
                level: level, text: try container.decode(String.self, forKey: .text),
                anchor: try container.decode(String.self, forKey: .anchor))
        case .prose:
            self = .prose(
                try container.decode(String.self, forKey: .text),
                placement: try container.decode(.placement, or: Placement()))
        case .figures: self = .figures(try FiguresBlock(from: decoder))
        case .checks: self = .checks(try ChecksBlock(from: decoder))
        case .table: self = .table(try TableBlock(from: decoder))
        case .chart: self = .chart(try ChartBlock(from: decoder))
        case .failure: self = .failure(try FailureBlock(from: decoder))
        }
    }
}

extension Placement: Codable {
    private enum Key: String, CodingKey { case formats, fold, sheet }

    /// Writes what differs from the usual place.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let all = OutputFormat.allCases
        try container.encode(all.filter(formats.contains), forKey: .formats, unless: all)
        try container.encode(isFolded, forKey: .fold, unless: false)
        try container.encodeIfPresent(sheet, forKey: .sheet)
    }

    /// Reads a place.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            formats: Set(try container.decode(.formats, or: OutputFormat.allCases)),
            isFolded: try container.decode(.fold, or: false),
            sheet: try container.decodeIfPresent(String.self, forKey: .sheet))
    }
}

extension FailureBlock: Codable {
    private enum Key: String, CodingKey { case anchor, place, message }

    /// Writes the failed cell.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(anchor, forKey: .anchor)
        try container.encode(place, forKey: .place)
        try container.encode(message, forKey: .message)
    }

    /// Reads the failed cell.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            anchor: try container.decode(String.self, forKey: .anchor),
            place: try container.decode(String.self, forKey: .place),
            message: try container.decode(String.self, forKey: .message))
    }
}
