internal import Digests
internal import Foundation

/// Under which rules a decision is taken: another version begins a stage's window anew.
public enum RuleVersion {
    /// `gate 1, settings 3f2a9c1b7d04, program 0.1.0`: the version of the gate's own rules, the beginning of a digest over
    /// the settings of gate and strategy, and the program's version.
    ///
    /// - Parameter strategy: the strategy's settings as a text that is the same for the same settings.
    public static func text(gate settings: GateSettings, strategy: String, program: String) -> String {
        let digest = SHA256.digest(of: text(of: settings) + "\n" + strategy)
        return "gate \(Gate.rulesVersion), settings \(digest.prefix(12)), program \(program)"
    }

    /// Settings as canonical JSON: keys sorted.
    static func text(of settings: GateSettings) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Settings were read from such a text, so they can be written as one.
        return (try? encoder.encode(settings)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
