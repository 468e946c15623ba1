public import Dates
public import Metrics

/// What the history proves, as of the last weekly look: the paired difference of MULTIBOOK and LEGACY with bounds that
/// hold at every look, and the Sharpe ratios with their errors.
public struct GateEvidence: Hashable, Sendable, Codable {
    /// What was asked.
    public let asked: EvidenceClaim
    /// The margin within which being worse does no harm: a fraction of the capital at risk in five sessions.
    public let margin: Double
    /// The looks so far.
    public let looks: Int
    /// The session of the last look; nil before the first.
    public let lastLook: Day?
    /// The session of the next look; nil where the calendar does not tell.
    public let nextLook: Day?
    /// Sessions that both strategies have.
    public let pairs: Int
    /// The mean difference of five sessions, a fraction of the capital at risk.
    public let mean: Figure
    /// Its lower bound, valid at every look.
    public let lower: Figure
    /// Its upper bound, valid at every look.
    public let upper: Figure
    /// What holds, in the order of ``EvidenceClaim``.
    public let claims: [EvidenceClaim]
    /// How strong the evidence is for what was asked.
    public let grade: EvidenceGrade
    /// Weeks until what was asked holds, should mean and dispersion stay as they are; 0 once it holds, nil where it never
    /// would, or not within twenty years.
    public let weeksMissing: Int?
    /// MULTIBOOK's annual Sharpe ratio.
    public let sharpe: Figure
    /// Its standard error.
    public let sharpeError: Figure
    /// LEGACY's annual Sharpe ratio.
    public let legacySharpe: Figure
    /// The probability that MULTIBOOK's true Sharpe ratio exceeds 0.
    public let aboveZero: Figure
    /// The probability that it exceeds LEGACY's observed one.
    public let aboveLegacy: Figure
    /// Daily returns needed for a Sharpe ratio above 0 at 95 %.
    public let trackRecord: Figure
    /// The difference of the Sharpe ratios.
    public let sharpeDifference: Figure
    /// The lower end of its 95 % interval; nil where it has none.
    public let sharpeDifferenceLow: Double?
    /// The upper end.
    public let sharpeDifferenceHigh: Double?

    /// Weighs the evidence.
    ///
    /// - Parameter isAfterLoss: whether the figures hold a loss that was put into tonight. It falls into the week that is
    ///   still open, so the look is then taken tonight and counts that week as it stands.
    init(_ input: GateInput, _ figures: GateFigures, isAfterLoss: Bool = false) {
        let settings = input.settings
        let looks = LookCalendar(input, figures.pairs)
        let end = isAfterLoss ? input.session : looks.last ?? input.session
        let pairs = figures.pairs.dropLast(figures.pairs.reversed().prefix { $0.multibook.day > end }.count)
        let sums = WeeklyDifference.sums(pairs, withLast: isAfterLoss)
        func bound(_ compute: ([Double], Double, Int, Int) -> Figure) -> Figure {
            compute(sums, settings.alpha, settings.tunedFor, settings.firstLook)
        }
        self.looks = looks.looks
        lastLook = looks.last
        nextLook = looks.next
        self.pairs = pairs.count
        asked = settings.claim
        margin = settings.margin
        mean = sums.isEmpty ? .undefined(.noData, n: 0) : .value(Moments(sums).mean, n: sums.count)
        lower = looks.last == nil ? .undefined(.tooFew, n: sums.count) : bound(ConfidenceSequence.lowerBound)
        upper = looks.last == nil ? .undefined(.tooFew, n: sums.count) : bound(ConfidenceSequence.upperBound)
        let claims = Self.claims(lower: lower, upper: upper, margin: settings.margin)
        self.claims = claims
        grade = Self.grade(claims, asked: settings.claim, isTooEarly: lower.value == nil)
        weeksMissing =
            grade == .supported
            ? 0
            : ConfidenceSequence.observationsMissing(
                sums, untilAbove: settings.claim == .better ? 0 : -settings.margin, alpha: settings.alpha,
                tunedFor: settings.tunedFor, minimum: settings.firstLook)

        let (new, old) = (Self.returns(pairs.lazy.map(\.multibook)), Self.returns(pairs.lazy.map(\.legacy)))
        let (year, minimum) = (input.year, input.minimumReturns)
        sharpe = new.sharpe(year, minimum: minimum)
        sharpeError = new.sharpeStandardError(year, minimum: minimum)
        legacySharpe = old.sharpe(year, minimum: minimum)
        aboveZero = new.probabilisticSharpe(above: 0, year, minimum: minimum)
        aboveLegacy =
            legacySharpe.value.map { new.probabilisticSharpe(above: $0, year, minimum: minimum) } ?? legacySharpe
        trackRecord = new.minimumTrackRecord(above: 0, year, minimum: minimum)
        let difference = SharpeDifference.studentized(
            new.values, old.values, year, minimum: minimum, resamples: settings.resamples)
        sharpeDifference = difference.figure
        sharpeDifferenceLow = difference.interval?.low
        sharpeDifferenceHigh = difference.interval?.high
    }

    private static func claims(lower: Figure, upper: Figure, margin: Double) -> [EvidenceClaim] {
        guard let low = lower.value, let high = upper.value else { return [] }
        return EvidenceClaim.allCases.filter { claim in
            switch claim {
            case .better: low > 0
            case .noHarm: low > -margin
            case .worse: high < 0
            }
        }
    }

    private static func grade(_ claims: [EvidenceClaim], asked: EvidenceClaim, isTooEarly: Bool) -> EvidenceGrade {
        if isTooEarly { return .tooEarly }
        if claims.contains(.worse) { return .contradicted }
        return claims.contains(asked) ? .supported : .planRuleOnly
    }

    private static func returns(_ days: some Collection<StrategyDay>) -> Returns {
        Returns(days: days.map(\.day), values: days.map(\.return))
    }
}
