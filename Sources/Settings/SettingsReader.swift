import Foundation
import Input

/// Lays a YAML text over default values.
///
/// Every key is optional; what the text does not name keeps its default. A key that the defaults do not have, a
/// value of another type and a text that is not YAML are faults, all of them reported with their lines.
public enum SettingsReader {
    /// The defaults with the text's values in their place.
    ///
    /// A dictionary whose default is empty, or has numbers such as years for keys, takes any keys. Lists are replaced
    /// whole.
    /// - Parameters:
    ///   - rules: What the values may be, beyond their types.
    ///   - contradictions: What values that may each be so cannot be together: a dotted key of one of them, and a message.
    /// - Throws: ``SettingsError`` with every fault.
    public static func read<Value: Codable>(
        _ text: String, file: String, defaults: Value, rules: SettingRules = SettingRules(),
        contradictions: (Value) -> [(key: String, message: String)] = { _ in [] }
    ) throws -> Value {
        let text = SettingsText(text, file: file)
        let root = try text.composed()
        guard let root else { return defaults }
        let base = try JSONSerialization.jsonObject(with: JSONEncoder().encode(defaults))
        var overlay = SettingsOverlay(rules: rules)
        let merged = overlay.merge(root, over: base, path: [])
        if let value: Value = try? decode(merged) {
            guard overlay.faults.isEmpty else { throw text.error(overlay.faults) }
            let faults = contradictions(value).map { key, message in
                SettingsError.Fault(
                    line: overlay.line(of: key.split(separator: ".").map(String.init)), message: message)
            }
            guard faults.isEmpty else { throw text.error(faults) }
            return value
        }
        // Foundation's own message often names neither the key nor the value: each value is tried by itself.
        let undecoded = overlay.leaves.compactMap { leaf -> SettingsError.Fault? in
            let alone: Value? = try? decode(replacing(leaf.path[...], in: base, by: leaf.value))
            guard alone == nil, !overlay.faults.contains(where: { $0.line == leaf.line }) else { return nil }
            let name = leaf.path.map { Excerpt.of($0) }.joined(separator: ".")
            return SettingsError.Fault(
                line: leaf.line, message: "'\(name)' cannot be '\(Excerpt.of(leaf.text))'; see its default")
        }
        let faults = overlay.faults + undecoded
        throw text.error(
            faults.isEmpty
                ? [SettingsError.Fault(line: 1, message: "the values contradict one another; see their defaults")]
                : faults)
    }

    private static func decode<Value: Decodable>(_ tree: Any) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONSerialization.data(withJSONObject: tree))
    }

    /// A tree with one value replaced.
    private static func replacing(_ path: ArraySlice<String>, in tree: Any, by value: Any) -> Any {
        guard let key = path.first, var inner = tree as? [String: Any] else { return value }
        inner[key] = replacing(path.dropFirst(), in: inner[key] ?? [String: Any](), by: value)
        return inner
    }
}
