/// A source of random numbers that gives the same numbers on every machine.
///
/// xoshiro256** (Blackman and Vigna, 2018) seeded by SplitMix64 (Steele, Lea and Flood, 2014).
public struct RandomSource: Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The stream of a seed. Streams of the same seed with different names are independent of one another, so that
    /// a new consumer does not move the numbers of an old one.
    public init(seed: UInt64, stream: String = "") {
        // FNV-1a over the name keeps streams apart.
        var mixed: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in stream.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        var split = seed ^ (stream.isEmpty ? 0 : mixed)
        func next() -> UInt64 {
            split &+= 0x9e37_79b9_7f4a_7c15
            var z = split
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }

    /// A number drawn uniformly from the open interval (0, 1).
    public mutating func uniform() -> Double {
        (Double(next() >> 11) + 0.5) * 0x1p-53
    }

    /// A whole number drawn uniformly from `0 ..< count`, by Lemire's multiplication (2019), without bias.
    public mutating func index(below count: Int) -> Int {
        precondition(count > 0, "an index below \(count) does not exist")
        let range = UInt64(count)
        var (high, low) = next().multipliedFullWidth(by: range)
        if low < range {
            let threshold = (0 &- range) % range
            while low < threshold { (high, low) = next().multipliedFullWidth(by: range) }
        }
        return Int(high)
    }
}
