internal import Foundation

/// A page of the documentation.
public struct ManualPage {
    /// The page as it stands.
    public let text: String

    /// A page of `docs`, as `notebooks.md`.
    public init(_ name: String) throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        text = try String(contentsOf: root.appendingPathComponent("docs/\(name)"), encoding: .utf8)
    }

    /// The insides of its fences of four backticks.
    public var examples: [String] {
        var examples: [String] = []
        var lines: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "````markdown" {
                lines = []
            } else if line == "````", let open = lines {
                examples.append(open.joined(separator: "\n") + "\n")
                lines = nil
            } else {
                lines?.append(line)
            }
        }
        return examples
    }

    /// The lines below a heading, up to the next heading of its level or a higher one.
    public func section(_ heading: String) -> [String] {
        let level = heading.prefix { $0 == "#" }.count
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: heading) else { return [] }
        return lines[(start + 1)...].prefix { line in
            let hashes = line.prefix { $0 == "#" }.count
            return hashes == 0 || hashes > level || line.dropFirst(hashes).first != " "
        }
    }

    /// The cells of the tables below a heading, without their heads.
    public func tables(_ heading: String) -> [[String]] {
        let lines = section(heading)
        return lines.indices.filter { index in
            lines[index].hasPrefix("|") && !lines[index].hasPrefix("|--")
                && !(lines.indices.contains(index + 1) && lines[index + 1].hasPrefix("|--"))
        }.map { index in
            lines[index].replacing("\\|", with: "\u{1}").split(separator: "|").map {
                $0.replacing("\u{1}", with: "|").trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// The option names that the first cells of the tables below a heading begin with.
    public func options(_ heading: String) -> Set<String> {
        var names: Set<String> = []
        for row in tables(heading) {
            for (index, part) in row[0].components(separatedBy: "`").enumerated() where !index.isMultiple(of: 2) {
                names.insert(String(part.prefix { $0 != ":" }))
            }
        }
        return names
    }

    /// The insides of its fences of a language, as `swift`.
    public func fences(_ language: String) -> [String] {
        text.matches(of: #/(?m)^```([a-z]+)\n([\s\S]*?)^```$/#).filter { $0.1 == language }.map { String($0.2) }
    }
}
