/// A number with a fixed count of decimals, halves away from zero, as `-0.30`; `–` where it is not finite. The same
/// on every machine and in every locale.
func decimal(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e15 else { return "–" }
    let magnitude = Int64(abs(scaled))
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(magnitude)" }
    let whole = magnitude / Int64(scale)
    let fraction = String(magnitude % Int64(scale) + Int64(scale)).dropFirst()
    return "\(sign)\(whole).\(fraction)"
}

/// A fraction as a percentage with a fixed count of decimals, as `12.5 %`.
func percent(_ fraction: Double, _ decimals: Int = 1) -> String { "\(decimal(fraction * 100, decimals)) %" }
