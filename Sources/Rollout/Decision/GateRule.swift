/// A rule of the gate, in the order in which they decide: the first that applies does. Raw values stand in the history.
public enum GateRule: String, CaseIterable, Hashable, Sendable, Codable {
    /// The kill switch is engaged.
    case killSwitch = "kill-switch"
    /// What the gate looks at cannot be believed.
    case health
    /// A loss or a risk beyond what the desk may ever bear.
    case hardLimit = "hard-limit"
    /// A position without a stop, or an opening near an economic event.
    case discipline
    /// A person's override is in force, and no share that a person set is promoted from.
    case override
    /// There is no higher stage.
    case top
    /// The stage has not lasted long enough.
    case dwell
    /// The plan's condition of the next stage is not met.
    case condition = "stage-condition"
    /// The evidence is required and does not support it.
    case evidence
    /// Everything is met.
    case promote

    /// Whether its checks guard what the desk has, so that one that does not pass is a failure. The others are conditions of
    /// the next stage, which may well not be met yet.
    public var isGuard: Bool {
        switch self {
        case .killSwitch, .health, .hardLimit, .discipline: true
        case .override, .top, .dwell, .condition, .evidence, .promote: false
        }
    }

    /// What a reader calls it.
    public var title: String {
        switch self {
        case .killSwitch: "Kill switch"
        case .health: "Health"
        case .hardLimit: "Hard limits"
        case .discipline: "Discipline"
        case .override: "Override"
        case .top: "Top of the ladder"
        case .dwell: "Dwell"
        case .condition: "Stage condition"
        case .evidence: "Evidence"
        case .promote: "All met"
        }
    }
}
