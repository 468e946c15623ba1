import ArgumentParser
import Dates

/// The option that stands in for the clock, for a night that is to be done again as it was.
struct ClockOptions: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The moment to take for now, in UTC.", valueName: "2026-07-31T22:00:00Z"))
    var now: String?

    func validate() throws {
        guard let now, Instant(now) == nil else { return }
        throw ValidationError("--now \(now): write a moment as 2026-07-31T22:00:00Z")
    }

    /// The clock.
    var clock: @Sendable () -> Instant {
        guard let moment = now.flatMap({ Instant($0) }) else { return currentInstant }
        return { moment }
    }
}
