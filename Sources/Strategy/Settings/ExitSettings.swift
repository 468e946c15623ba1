/// When a book closes a position. Fractions are of the credit received.
public struct ExitSettings: Hashable, Sendable, Codable {
    /// Share of the credit that must be earned, as 0.5.
    public var profitTarget: Double
    /// Multiple of the credit that may be lost, as 1.5.
    public var stopLoss: Double
    /// Closed at this many calendar days to expiration or fewer.
    public var timeStop: Int
    /// Closed when a short leg's delta is beyond this magnitude, per share; nil when the book does not look at it.
    public var deltaBreach: Double?

    /// A book's exits.
    public init(profitTarget: Double, stopLoss: Double, timeStop: Int, deltaBreach: Double? = nil) {
        self.profitTarget = profitTarget
        self.stopLoss = stopLoss
        self.timeStop = timeStop
        self.deltaBreach = deltaBreach
    }

    /// `profit 50%, stop 150%, time 21, delta 0.30`: the text that a trade keeps of the rules it is watched under.
    public var summary: String {
        let delta = deltaBreach.map { ", delta \(decimal($0, 2))" } ?? ""
        return
            "profit \(decimal(profitTarget * 100, 0))%, stop \(decimal(stopLoss * 100, 0))%, time \(timeStop)\(delta)"
    }
}

extension ExitSettings {
    /// Writes every key, an unused one as null: a settings file may name what the defaults name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(profitTarget, forKey: .profitTarget)
        try container.encode(stopLoss, forKey: .stopLoss)
        try container.encode(timeStop, forKey: .timeStop)
        try container.encode(deltaBreach, forKey: .deltaBreach)
    }
}
