extension Figure: Codable {
    private enum CodingKeys: String, CodingKey { case value, undefined, n }

    /// Reads `{"n": 13, "value": 0.5}` or `{"n": 3, "undefined": "n too small"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let n = try container.decode(Int.self, forKey: .n)
        if let value = try container.decodeIfPresent(Double.self, forKey: .value) {
            self = .value(value, n: n)
        } else {
            self = .undefined(try container.decode(Undefined.self, forKey: .undefined), n: n)
        }
    }

    /// Writes the number of observations with the value or the reason for which there is none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(n, forKey: .n)
        switch self {
        case .value(let value, _): try container.encode(value, forKey: .value)
        case .undefined(let reason, _): try container.encode(reason, forKey: .undefined)
        }
    }
}
