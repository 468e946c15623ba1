import Ledger

/// [delta-breach]: the short leg's delta, of two the larger, is beyond the book's limit. Nil where the
/// delta is not known.
func deltaBreach(_ quote: ComboQuote?, maximum: Double) -> ExitCheck? {
    guard let delta = quote?.shortDelta, abs(delta) > maximum else { return nil }
    return ExitCheck(
        reason: .deltaBreach, detail: "short delta \(decimal(delta, 3)) beyond \(decimal(maximum, 2))")
}
