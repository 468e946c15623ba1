/// When a book closes a position. Fractions are of the credit received.
public struct ExitSettings: Hashable, Sendable, Codable {
    /// Share of the credit that must be earned, as 0.5.
    public var profitTarget: Double
    /// Multiple of the credit that may be lost, as 1.5.
    public var stopLoss: Double
    /// Closed at this many calendar days to expiration or fewer.
    public var timeStop: Int
    /// Closed when a short leg's delta is beyond this magnitude, per share; 1 for never, as no delta is larger.
    public var deltaBreach: Double

    /// A book's exits.
    public init(profitTarget: Double, stopLoss: Double, timeStop: Int, deltaBreach: Double = 1) {
        self.profitTarget = profitTarget
        self.stopLoss = stopLoss
        self.timeStop = timeStop
        self.deltaBreach = deltaBreach
    }

    /// `profit 50%, stop 150%, time 21, delta 0.30`: the text that a trade keeps of the rules it is watched under.
    public var summary: String {
        let delta = deltaBreach < 1 ? ", delta \(decimal(deltaBreach, 2))" : ""
        return
            "profit \(decimal(profitTarget * 100, 0))%, stop \(decimal(stopLoss * 100, 0))%, time \(timeStop)\(delta)"
    }
}
