import Foundation
import Input
import Yams

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
        func failure(_ line: Int, _ message: String) -> SettingsError {
            SettingsError(file: file, faults: [SettingsError.Fault(line: line, message: message)])
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw failure(
                min(line(of: error), text.split(separator: "\n", omittingEmptySubsequences: false).count),
                "not valid YAML: \(reason(of: error))")
        }
        guard let root else { return defaults }
        let base = try JSONSerialization.jsonObject(with: JSONEncoder().encode(defaults))
        var overlay = Overlay(rules: rules)
        let merged = overlay.merge(root, over: base, path: [])
        guard overlay.faults.isEmpty else {
            throw SettingsError(file: file, faults: overlay.faults.sorted { $0.line < $1.line })
        }
        if let value: Value = try? decode(merged) {
            let faults = contradictions(value).map { key, message in
                SettingsError.Fault(
                    line: overlay.line(of: key.split(separator: ".").map(String.init)), message: message)
            }
            guard faults.isEmpty else { throw SettingsError(file: file, faults: faults.sorted { $0.line < $1.line }) }
            return value
        }
        // Foundation's own message often names neither the key nor the value: each value is tried by itself.
        let faults = overlay.leaves.compactMap { leaf -> SettingsError.Fault? in
            let alone: Value? = try? decode(replacing(leaf.path[...], in: base, by: leaf.value))
            guard alone == nil else { return nil }
            let name = leaf.path.joined(separator: ".")
            return SettingsError.Fault(line: leaf.line, message: "'\(name)' cannot be '\(leaf.text)'; see its default")
        }
        throw faults.isEmpty
            ? failure(1, "the values contradict one another; see their defaults")
            : SettingsError(file: file, faults: faults)
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

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }

    private static func reason(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let duplicates, _): "the key '\(duplicates.first ?? "")' stands twice"
        default: "\(error)"
        }
    }
}

/// The walk through a YAML tree beside the tree of defaults.
private struct Overlay {
    let rules: SettingRules
    var faults: [SettingsError.Fault] = []
    /// The values that the text gives, each with its path, its text and its line.
    var leaves: [(path: [String], value: Any, text: String, line: Int)] = []

    mutating func merge(_ node: Node, over base: Any, path: [String]) -> Any {
        let name = path.joined(separator: ".")
        let line = node.line
        if node.tag.description == "tag:yaml.org,2002:null" {
            if path.isEmpty { return base }
            report(line, "'\(name)' has no value; give it one or leave the key out")
            return base
        }
        switch base {
        case let base as [String: Any]:
            guard let mapping = node.mapping else {
                report(line, "\(named(name)) must hold keys (\(base.keys.sorted().joined(separator: ", ")))")
                return base
            }
            return merge(mapping, over: base, path: path)
        case is [Any]:
            guard let sequence = node.sequence else {
                report(line, "\(named(name)) must be a list")
                return base
            }
            let list = sequence.enumerated().map { plain($1, path + [String($0)]) }
            leaves.append((path, list, "\(list)", line))
            return list
        case let base as NSNumber:
            let value = number(node, over: base, path: path, line: line)
            leaves.append((path, value, node.words, line))
            return value
        default:
            guard let scalar = node.scalar else {
                report(line, "\(named(name)) must be a text")
                return base
            }
            if let fault = rules.texts[name]?(scalar.string) {
                report(line, "'\(name)' \(fault)")
            }
            leaves.append((path, scalar.string, scalar.string, line))
            return scalar.string
        }
    }

    /// The line of the value of a key, or of the list that it is in; the first where the text does not give it.
    func line(of key: [String]) -> Int {
        func shared(_ path: [String]) -> Int { zip(path, key).prefix { $0 == $1 }.count }
        let nearest = leaves.filter { shared($0.path) == min($0.path.count, key.count) }
        return nearest.max { shared($0.path) < shared($1.path) }?.line ?? 1
    }

    private mutating func merge(_ mapping: Node.Mapping, over base: [String: Any], path: [String]) -> Any {
        var result = base
        for (key, value) in mapping {
            let name = key.words
            let line = key.line
            // Only a dictionary by year or with no entries has such keys; a structure's are names.
            if base.keys.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
                let value = plain(value, path + [name])
                result[name] = value
                leaves.append((path + [name], value, "\(value)", line))
            } else if let inner = base[name] {
                result[name] = merge(value, over: inner, path: path + [name])
            } else {
                let full = (path + [name]).joined(separator: ".")
                let nearest = NearestName.suggestion(for: name, among: base.keys.sorted())
                report(
                    line,
                    "unknown key '\(full)'; "
                        + (nearest.map { "did you mean '\($0)'?" }
                            ?? "known here: \(base.keys.sorted().joined(separator: ", "))"))
            }
        }
        return result
    }

    private mutating func number(_ node: Node, over base: NSNumber, path: [String], line: Int) -> Any {
        let name = path.joined(separator: ".")
        let seen = node.scalar == nil ? "a group of values" : node.words
        if isFlag(base) {
            if let flag = node.bool { return flag }
            report(line, "\(named(name)) must be true or false, not '\(seen)'")
        } else {
            if node.scalar?.style == .plain || node.scalar?.style == .any, let whole = node.int {
                check(Double(whole), shown: "\(whole)", path, line)
                return whole
            }
            if let double = node.float, double.isFinite {
                check(double, shown: "\(double)", path, line)
                return double
            }
            report(line, "\(named(name)) must be a number, not '\(seen)'")
        }
        return base
    }

    /// Reports a number that lies outside its range.
    private mutating func check(_ value: Double, shown: String, _ path: [String], _ line: Int) {
        guard let fault = rules.fault(path, value, shown: shown) else { return }
        report(line, "'\(path.joined(separator: "."))' \(fault)")
    }

    /// A value without a default beside it, by the shape that it has.
    private mutating func plain(_ node: Node, _ path: [String]) -> Any {
        if let sequence = node.sequence { return sequence.enumerated().map { plain($1, path + [String($0)]) } }
        if let mapping = node.mapping {
            var result: [String: Any] = [:]
            for (key, value) in mapping { result[key.words] = plain(value, path + [key.words]) }
            return result
        }
        if node.scalar?.style == .singleQuoted || node.scalar?.style == .doubleQuoted { return node.words }
        if let flag = node.bool { return flag }
        if let whole = node.int {
            check(Double(whole), shown: "\(whole)", path, node.line)
            return whole
        }
        if let double = node.float {
            check(double, shown: "\(double)", path, node.line)
            return double
        }
        return node.words
    }

    /// JSON numbers and booleans are one class in Foundation; only their encoding tells them apart.
    private func isFlag(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
    }

    private func named(_ path: String) -> String { path.isEmpty ? "the file" : "'\(path)'" }

    private mutating func report(_ line: Int, _ message: String) {
        faults.append(SettingsError.Fault(line: line, message: message))
    }
}

extension Node {
    /// The line on which it begins, from 1.
    fileprivate var line: Int { mark?.line ?? 1 }
    /// A scalar's text; empty for anything else.
    fileprivate var words: String { scalar?.string ?? "" }
}
