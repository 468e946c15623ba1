/// Two numbers side by side: what one vector instruction works on, on every 64-bit processor.
///
/// The functions of this room are written once, for lanes; the form for one number uses one lane, so that a
/// column gives the same bits as its elements one by one.
public typealias Lanes = SIMD2<Double>

/// The bit patterns of lanes.
@usableFromInline typealias LaneBits = SIMD2<UInt64>

extension Lanes {
    @inlinable @inline(__always)
    var bits: LaneBits { unsafeBitCast(self, to: LaneBits.self) }

    @inlinable @inline(__always)
    init(bits: LaneBits) { self = unsafeBitCast(bits, to: Lanes.self) }
}
