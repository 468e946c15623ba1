public import ArgumentParser
public import Dates

extension Day: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension ISOWeek: ExpressibleByArgument {
    /// Reads `YYYY-Www`.
    public init?(argument: String) { self.init(argument) }
}
