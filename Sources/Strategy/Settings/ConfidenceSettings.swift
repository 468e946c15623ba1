/// The points of the confidence score.
public struct ConfidenceSettings: Hashable, Sendable, Codable {
    /// Points from a threshold on.
    public struct Step: Hashable, Sendable, Codable {
        /// The threshold, itself included.
        public var from: Double
        /// The points.
        public var points: Int

        /// Points from a threshold on.
        public init(from: Double, points: Int) {
            self.from = from
            self.points = points
        }
    }

    /// Where every score begins; 50 by default.
    public var base = 50
    /// By IV rank, ascending: 5 from 40, 10 from 60, 15 from 80.
    public var ivRank = [Step(from: 40, points: 5), Step(from: 60, points: 10), Step(from: 80, points: 15)]
    /// By the day's move in magnitude, ascending: 5 from 1.5 %, 10 from 2 %, 15 from 3 %.
    public var dayMove = [Step(from: 0.015, points: 5), Step(from: 0.02, points: 10), Step(from: 0.03, points: 15)]
    /// Volume above its mean; 5 by default.
    public var volume = 5
    /// RSI beyond ``momentumRSI`` and price beyond ``momentumDistance``, in the trade's direction; 10 by default.
    public var momentum = 10
    /// RSI above this for a rise, below 100 less this for a fall; 60 by default.
    public var momentumRSI = 60.0
    /// Distance of the price from its SMA as a fraction of the SMA; 0.01 by default.
    public var momentumDistance = 0.01
    /// Every short strike at least one expected move away; 10 by default.
    public var expectedMove = 10
    /// Days to expiration within ``targetDays`` of the book's target; 5 by default.
    public var daysToExpiration = 5
    /// How near to the target, in calendar days; 2 by default.
    public var targetDays = 2
    /// Credit ÷ width at the target or above; 5 by default.
    public var credit = 5
    /// An economic event within ``eventDays``, or a calendar that cannot tell; −10 by default.
    public var event = -10
    /// How many days ahead events count; 5 by default.
    public var eventDays = 5
    /// VIX above ``highVIX``, or unknown; −5 by default.
    public var vix = -5
    /// From where VIX is high, in points; 30 by default.
    public var highVIX = 30.0
    /// The sleeve holds the symbol already; −5 by default.
    public var held = -5

    /// The plan's points.
    public init() {}
}
