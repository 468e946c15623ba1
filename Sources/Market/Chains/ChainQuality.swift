public import Dates
public import Input

/// Checks of a chain before anything is decided on it.
///
/// | rule | grade | meaning |
/// |---|---|---|
/// | `chain.empty` | error | no option of any expiration has a market |
/// | `chain.stale` | error | the quotes are older than they may be, or from the future |
/// | `chain.spot` | error | the underlying's price is not above zero |
/// | `chain.crossed` | warning | options whose bid is above the ask; nothing trades on them |
/// | `chain.slice-empty` | warning | an expiration without any market |
public enum ChainQuality {
    /// The faults of a chain seen at a moment; quotes may be `maximumAge` seconds old.
    public static func check(_ chain: OptionChain, at moment: Instant, maximumAge: Int = 900) -> [Finding] {
        var findings: [Finding] = []
        let day = NewYork.day(at: moment)
        func report(_ severity: Finding.Severity, _ rule: String, _ message: String) {
            findings.append(
                Finding(
                    severity: severity, rule: rule, subject: chain.underlying, day: day,
                    message: "\(chain.underlying): \(message)"))
        }
        let age = chain.time.seconds(to: moment)
        if age > Int64(maximumAge) {
            report(.error, "chain.stale", "the quotes are \(age) s old; at most \(maximumAge) s are allowed")
        } else if age < 0 {
            report(.error, "chain.stale", "the quotes are \(-age) s ahead of the moment they are used at")
        }
        if !(chain.spot > 0) { report(.error, "chain.spot", "the underlying's price is \(chain.spot)") }
        var isQuoted = false
        for slice in chain.slices {
            let counts = [slice.calls, slice.puts].map(count)
            let (quoted, crossed) = (counts[0].quoted + counts[1].quoted, counts[0].crossed + counts[1].crossed)
            isQuoted = isQuoted || quoted > 0
            if crossed > 0 { report(.warning, "chain.crossed", "\(crossed) crossed quotes expire \(slice.expiration)") }
            if quoted == 0 { report(.warning, "chain.slice-empty", "nothing of \(slice.expiration) has a market") }
        }
        if !isQuoted { report(.error, "chain.empty", "no option has a market") }
        return findings
    }

    private static func count(_ side: OptionChain.Side) -> (quoted: Int, crossed: Int) {
        var (quoted, crossed) = (0, 0)
        for index in side.bid.indices {
            if side.hasMarket(at: index) { quoted += 1 }
            if side.bid[index] > side.ask[index] { crossed += 1 }
        }
        return (quoted, crossed)
    }
}
