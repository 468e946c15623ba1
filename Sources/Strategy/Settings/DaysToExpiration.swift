/// The days to expiration at which a book enters: calendar days from the exchange date to the expiration.
public struct DaysToExpiration: Hashable, Sendable, Codable {
    /// The fewest days, itself allowed.
    public var minimum: Int
    /// The most days, itself allowed.
    public var maximum: Int
    /// The days that the book would like best.
    public var target: Int

    /// A range of calendar days with the value that is liked best.
    public init(minimum: Int, maximum: Int, target: Int) {
        self.minimum = minimum
        self.maximum = maximum
        self.target = target
    }
}
