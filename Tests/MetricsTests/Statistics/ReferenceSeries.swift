/// Return series that any language can make again, bit for bit: integers of a quadratic congruence ÷ 50,000.
enum ReferenceSeries {
    /// r_k = ((7919·k² mod 1009) − 495) ÷ 50,000 for k = 1 … n.
    static func plain(_ count: Int) -> [Double] {
        (1...count).map { Double(($0 * $0 * 7919) % 1009 - 495) / 50_000 }
    }

    /// s_k = 0.3·s_{k−1} + r_k: what smoothed marks look like.
    static func smooth(_ count: Int) -> [Double] {
        var previous = 0.0
        return plain(count).map { value in
            previous = 0.3 * previous + value
            return previous
        }
    }
}
