import Foundation

/// Settings as `key=value` lines, keys dotted and sorted: what a history keeps of how it was made.
func settingsText(_ settings: some Encodable, prefix: String) throws -> [String] {
    let tree = try JSONDecoder().decode(SettingsTree.self, from: JSONEncoder().encode(settings))
    return tree.lines(prefix).sorted()
}

/// Settings of any shape.
private enum SettingsTree: Decodable {
    case branch([String: SettingsTree])
    case list([SettingsTree])
    case leaf(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let branch = try? container.decode([String: SettingsTree].self) {
            self = .branch(branch)
        } else if let list = try? container.decode([SettingsTree].self) {
            self = .list(list)
        } else if let flag = try? container.decode(Bool.self) {
            self = .leaf(String(flag))
        } else if let whole = try? container.decode(Int.self) {
            self = .leaf(String(whole))
        } else if let number = try? container.decode(Double.self) {
            self = .leaf(String(number))
        } else {
            self = .leaf(try container.decode(String.self))
        }
    }

    func lines(_ prefix: String) -> [String] {
        switch self {
        case .branch(let members): members.flatMap { $0.value.lines("\(prefix).\($0.key)") }
        case .list(let elements): elements.enumerated().flatMap { $0.element.lines("\(prefix).\($0.offset)") }
        case .leaf(let value): ["\(prefix)=\(value)"]
        }
    }
}
