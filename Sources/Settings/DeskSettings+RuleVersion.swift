internal import Foundation
internal import Rollout

extension DeskSettings {
    /// The version of the rules under which the gate decides: its own rules, the settings of gate and strategy, and the
    /// program's version.
    public func ruleVersion(program: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Settings were read from such a text, so they can be written as one.
        let strategy = (try? encoder.encode(strategy)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return RuleVersion.text(gate: gate, strategy: strategy, program: program)
    }
}
