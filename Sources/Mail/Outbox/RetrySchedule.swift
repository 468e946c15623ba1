/// When a mail that was not accepted is tried again, and how often.
public struct RetrySchedule: Hashable, Sendable {
    /// Seconds after the first, the second, … failure.
    public let delays: [Int]
    /// Seconds after each failure for which ``delays`` has none.
    public let thenEvery: Int
    /// Attempts until the mail is given up.
    public let attempts: Int

    /// After 5 and 15 minutes, 1, 4 and 12 hours, then daily: ten attempts in five days, in the spirit of RFC 5321,
    /// section 4.5.4.1.
    public static let standard = RetrySchedule(
        unchecked: [300, 900, 3600, 4 * 3600, 12 * 3600], thenEvery: 86_400, attempts: 10)

    /// A schedule.
    /// - Throws: ``MailError`` for a time or a number of attempts that is not positive.
    public init(delays: [Int], thenEvery: Int, attempts: Int) throws(MailError) {
        for seconds in delays + [thenEvery] where seconds <= 0 {
            throw .invalid(what: "mail's retry time", value: "\(seconds) s", rule: "must be positive")
        }
        guard attempts >= 1 else {
            throw .invalid(what: "mail's attempts", value: String(attempts), rule: "must be at least 1")
        }
        self.init(unchecked: delays, thenEvery: thenEvery, attempts: attempts)
    }

    private init(unchecked delays: [Int], thenEvery: Int, attempts: Int) {
        self.delays = delays
        self.thenEvery = thenEvery
        self.attempts = attempts
    }

    /// Seconds to wait after so many failures, at least one; nil where the mail is given up.
    public func delay(afterFailures failures: Int) -> Int? {
        guard failures < attempts else { return nil }
        return failures <= delays.count ? delays[max(failures, 1) - 1] : thenEvery
    }
}
