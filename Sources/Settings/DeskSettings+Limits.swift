public import Metrics
internal import Strategy

extension DeskSettings {
    /// What the desk may risk, for the checklist: the strategy's own limits.
    public var checklistLimits: ChecklistLimits {
        var limits = ChecklistLimits()
        limits.delta = strategy.limits.maximumDelta
        limits.dayRisk = strategy.limits.maximumDayRisk
        limits.openRisk = strategy.limits.maximumOpenRisk
        limits.vega = strategy.hedge.vegaBelow
        limits.meanIVRank = strategy.hedge.meanIVRankAbove
        limits.blackoutHours = strategy.blackoutHours
        limits.warningShare = review.checklist.warningShare
        limits.snapshotMinutes = review.checklist.snapshotMinutes
        return limits
    }
}
