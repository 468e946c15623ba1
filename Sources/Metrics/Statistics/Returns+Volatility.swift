extension Returns {
    /// The annual standard deviation of the returns: √252 · sd with n − 1. A fraction; zero for constant returns.
    public func volatility(_ year: Annualization = Annualization(), minimum: Int = 2) -> Figure {
        guard count > 0 else { return .undefined(.noData, n: 0) }
        guard count >= max(minimum, 2) else { return .undefined(.tooFew, n: count) }
        return .value(Moments(values).standardDeviation * year.rootOfYear, n: count)
    }
}
