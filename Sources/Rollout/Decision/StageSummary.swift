public import Dates

/// Where MULTIBOOK stands on the ladder, as a decision saw it.
public struct StageSummary: Hashable, Sendable, Codable {
    /// The share that was to be in force from the next session on, before the decision.
    public let stage: RolloutStage
    /// The share that the rules allowed before it.
    public let computed: RolloutStage
    /// The first session of the stage; nil where it begins with the next one.
    public let since: Day?
    /// Sessions of the stage.
    public let sessions: Int
    /// Of them, those that count for dwell and conditions.
    public let counted: Int
    /// Sessions that each stage lasts at least, by its share in per cent, before any doubling.
    public let plannedDwell: [Int: Int]
    /// Sessions that must count before the next stage, doubled as roll-backs ask.
    public let requiredDwell: Int
    /// The factor by which roll-backs have lengthened the dwell, 1 for none.
    public let dwellFactor: Int
    /// The first night on which the stage will have lasted long enough; nil where the calendar does not reach, and at the
    /// top.
    public let dwellServedOn: Day?
    /// The first night of the present rules, where they changed within the stage.
    public let restartedOn: Day?
    /// The first session since MULTIBOOK last had no capital; nil while it has none.
    public let rolloutSince: Day?

    init(_ context: CheckContext) {
        let ladder = context.ladder
        stage = ladder.stage
        computed = ladder.computed
        since = ladder.stageSessions.first
        sessions = ladder.stageSessions.count
        counted = ladder.window.count
        plannedDwell = Dictionary(
            uniqueKeysWithValues: RolloutStage.allCases.map { ($0.rawValue, context.settings.dwell.sessions(at: $0)) })
        requiredDwell = context.requiredDwell
        dwellFactor = ladder.dwellFactor
        dwellServedOn = ladder.stage.next == nil ? nil : context.dwellServedOn
        restartedOn = ladder.restart
        rolloutSince = ladder.rollout.first
    }
}
