public import Dates

/// The rules by which each condition is told once, and its end once.
///
/// A state machine without storage and without a clock. A channel that could not be reached stays owed, and is tried again
/// when the condition is next looked at; one that was never told of a condition is not told of its end. A condition that
/// becomes graver is told again.
public enum AlertLedger {
    /// The standing after an event, nil where there is nothing left to remember, and what is to be told now.
    public static func next(
        _ standing: AlertStanding?, on event: AlertEvent, at now: Instant
    ) -> (standing: AlertStanding?, notice: AlertNotice?) {
        let standing =
            switch event {
            case .raised(let alert, let channels): raised(standing, alert, channels, now)
            case .recovered: recovered(standing, now)
            case .told(let channel): told(standing, channel)
            }
        if case .told = event { return (standing, nil) }
        return (standing, standing.flatMap(notice))
    }

    private static func raised(
        _ standing: AlertStanding?, _ alert: Alert, _ channels: [AlertChannel], _ now: Instant
    ) -> AlertStanding {
        guard var standing, standing.recoveredAt == nil else {
            return AlertStanding(alert: alert, since: now, told: [], owed: ordered(channels.contains))
        }
        if alert.severity > standing.alert.severity { standing.told = [] }
        let (told, owed) = (standing.told, standing.owed)
        standing.owed = ordered { owed.contains($0) || channels.contains($0) && !told.contains($0) }
        standing.alert = alert
        return standing
    }

    private static func recovered(_ standing: AlertStanding?, _ now: Instant) -> AlertStanding? {
        guard var standing else { return nil }
        if standing.recoveredAt == nil {
            standing.recoveredAt = now
            standing.owed = standing.told
        }
        return standing.owed.isEmpty ? nil : standing
    }

    private static func told(_ standing: AlertStanding?, _ channel: AlertChannel) -> AlertStanding? {
        guard var standing else { return nil }
        standing.owed.removeAll { $0 == channel }
        guard standing.recoveredAt == nil else { return standing.owed.isEmpty ? nil : standing }
        let told = standing.told
        standing.told = ordered { $0 == channel || told.contains($0) }
        return standing
    }

    private static func notice(_ standing: AlertStanding) -> AlertNotice? {
        guard !standing.owed.isEmpty else { return nil }
        return AlertNotice(
            alert: standing.alert, since: standing.since, recoveredAt: standing.recoveredAt, channels: standing.owed)
    }

    private static func ordered(_ isIn: (AlertChannel) -> Bool) -> [AlertChannel] { AlertChannel.allCases.filter(isIn) }
}
