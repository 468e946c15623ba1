internal import Dates
internal import Metrics

extension GateEvidence {
    /// What the evidence can claim, and how strongly, in one sentence without a full stop.
    public var text: String {
        guard let low = lower.value, let high = upper.value else {
            let need = lower.reason == .noDispersion ? "the weeks do not differ from one another" : "no look yet"
            return "\(need): \(GateWords.count(mean.n, "week")) of five sessions on record"
        }
        let gain = mean.value ?? 0
        let bounds =
            "a mean week brings \(GateWords.finePercent(abs(gain))) of the capital at risk \(gain < 0 ? "less" : "more") than "
            + "LEGACY's, with "
            + "bounds of \(GateWords.finePercent(low)) and \(GateWords.finePercent(high)) that hold at every look"
        return "\(claimText): \(bounds) (\(GateWords.count(mean.n, "week")), \(GateWords.count(looks, "look")))"
    }

    /// `better, supported`, or what else the bounds say.
    private var claimText: String {
        if claims.contains(.worse) { return "worse, supported" }
        if claims.contains(.better) { return "better, supported" }
        return claims.contains(.noHarm)
            ? "no harm beyond \(GateWords.finePercent(margin)), supported; better is not"
            : "neither better nor harmless"
    }

    /// `about 11 more weeks at this rate`, and what is to be said where there is no such number.
    public var outlook: String {
        guard let weeks = weeksMissing else { return "not to be expected at this rate" }
        guard weeks > 0 else { return "supported now" }
        return "about \(weeks) more \(weeks == 1 ? "week" : "weeks") at this rate"
    }
}
