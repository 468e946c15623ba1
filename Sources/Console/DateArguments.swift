public import ArgumentParser
public import Dates

extension Day: @retroactive ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension ISOWeek: @retroactive ExpressibleByArgument {
    /// Reads `YYYY-Www`.
    public init?(argument: String) { self.init(argument) }
}
