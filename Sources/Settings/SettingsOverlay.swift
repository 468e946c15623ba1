import Foundation
import Input
import Yams

/// The walk through a YAML tree beside the tree of defaults.
struct SettingsOverlay {
    let rules: SettingRules
    private(set) var faults: [SettingsError.Fault] = []
    /// The values that the text gives, each with its path, its text and its line.
    private(set) var leaves: [(path: [String], value: Any, text: String, line: Int)] = []

    init(rules: SettingRules) { self.rules = rules }

    mutating func merge(_ node: Node, over base: Any, path: [String]) -> Any {
        let name = words(of: path)
        let line = node.line
        if let fault = foreign(node) {
            report(line, "\(named(name)) \(fault)")
            return base
        }
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
            if let fault = rules.fault(path, scalar.string) {
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
                let full = words(of: path + [name])
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
        let name = words(of: path)
        let seen = node.scalar == nil ? "a group of values" : Excerpt.of(node.words)
        if isFlag(base) {
            if let flag = node.bool { return flag }
            report(line, "\(named(name)) must be true or false, not '\(seen)'")
        } else {
            if node.isDecimal, let whole = node.int {
                check(Double(whole), shown: "\(whole)", path, line)
                return whole
            }
            if node.isDecimal, let double = node.float, double.isFinite {
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
        report(line, "'\(words(of: path))' \(fault)")
    }

    /// A value without a default beside it, by the shape that it has.
    private mutating func plain(_ node: Node, _ path: [String]) -> Any {
        if let sequence = node.sequence { return sequence.enumerated().map { plain($1, path + [String($0)]) } }
        if let mapping = node.mapping {
            var result: [String: Any] = [:]
            for (key, value) in mapping { result[key.words] = plain(value, path + [key.words]) }
            return result
        }
        if let fault = node.tag.description == "tag:yaml.org,2002:null" ? "has no value" : foreign(node) {
            report(node.line, "'\(words(of: path))' \(fault)")
            return ""
        }
        if let flag = node.bool, node.isPlain { return flag }
        if node.isDecimal, let whole = node.int {
            check(Double(whole), shown: "\(whole)", path, node.line)
            return whole
        }
        if node.isDecimal, let double = node.float, double.isFinite {
            check(double, shown: "\(double)", path, node.line)
            return double
        }
        if rules.range(of: path) != nil {
            report(node.line, "'\(words(of: path))' must be a number, not '\(Excerpt.of(node.words))'")
        } else if let fault = rules.fault(path, node.words) {
            report(node.line, "'\(words(of: path))' \(fault)")
        }
        return node.words
    }

    /// What YAML has and settings have not: a name for a value that is meant elsewhere too, and types of one's own.
    private func foreign(_ node: Node) -> String? {
        if node.anchor != nil { return "has an anchor, which settings do not have; write the value itself" }
        let tag = node.tag.description
        guard !tag.isEmpty, !tag.hasPrefix("tag:yaml.org,2002:") else { return nil }
        return "has the tag '\(Excerpt.of(tag))', which settings do not have; leave it out"
    }

    /// JSON numbers and booleans are one class in Foundation; only their encoding tells them apart.
    private func isFlag(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
    }

    private func words(of path: [String]) -> String { path.map { Excerpt.of($0) }.joined(separator: ".") }

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
    /// Whether it stands there without quotes.
    fileprivate var isPlain: Bool { scalar?.style == .plain || scalar?.style == .any }
    /// Whether it is a number as people write them. YAML would also read `017` as fifteen and `1:30` as ninety.
    fileprivate var isDecimal: Bool {
        let digits = words.drop { $0 == "-" || $0 == "+" }
        return isPlain && digits.utf8.allSatisfy { "0123456789.eE+-_".utf8.contains($0) }
            && !(digits.utf8.first == 48 && digits.utf8.dropFirst().first.map { (48...57).contains($0) } ?? false)
    }
}
