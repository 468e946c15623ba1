internal import Mathematics

/// Two options at a time under the model of Black, Scholes and Merton: what calls and puts of the same strike share.
///
/// Where nothing is random any more (no time, no volatility, no spot, no strike) some figures are not a number here;
/// ``BlackScholes`` then puts the limit in their place.
struct LanePricing {
    let spot: Lanes
    let years: Lanes
    let rate: Lanes
    let dividendYield: Lanes
    /// e^(−qT), and the spot less the dividends to come.
    let yieldDiscount: Lanes
    let asset: Lanes
    /// The strike at today's value.
    let cash: Lanes
    let gamma: Lanes
    let vega: Lanes
    /// The part of theta that calls and puts share, dollars per year.
    let decay: Lanes
    /// Φ(d₁), Φ(d₂), Φ(−d₁) and Φ(−d₂).
    let callAsset: Lanes
    let callCash: Lanes
    let putAsset: Lanes
    let putCash: Lanes

    /// Both probabilities come from one exponential: cash·φ(d₂) = asset·φ(d₁), and a tail is its density times
    /// Mills' ratio, so that far out of the money nothing cancels.
    @inline(__always)
    init(
        spot: Lanes, strike: Lanes, years: Lanes, rate: Lanes, dividendYield: Lanes, volatility: Lanes,
        rootYears: Lanes, rateDiscount: Lanes, yieldDiscount: Lanes
    ) {
        self.spot = spot
        self.years = years
        self.rate = rate
        self.dividendYield = dividendYield
        self.yieldDiscount = yieldDiscount
        asset = spot * yieldDiscount
        cash = strike * rateDiscount
        let deviation = volatility * rootYears
        let inverse = 1 / deviation
        let ratio = asset / cash
        let middle = Elementary.log(ratio) * inverse
        let d1 = middle + 0.5 * deviation
        let d2 = middle - 0.5 * deviation
        let density = Normal.peak * Elementary.exp(-0.5 * d1 * d1)
        let isBelow1 = d1 .< 0
        let isBelow2 = d2 .< 0
        let tail1 = density * Normal.millsRatio(d1.replacing(with: -d1, where: isBelow1))
        let tail2 = ratio * density * Normal.millsRatio(d2.replacing(with: -d2, where: isBelow2))
        callAsset = (1 - tail1).replacing(with: tail1, where: isBelow1)
        callCash = (1 - tail2).replacing(with: tail2, where: isBelow2)
        putAsset = tail1.replacing(with: 1 - tail1, where: isBelow1)
        putCash = tail2.replacing(with: 1 - tail2, where: isBelow2)
        let assetDensity = asset * density
        gamma = yieldDiscount * density * inverse / spot
        vega = assetDensity * rootYears * 0.01
        decay = -0.5 * assetDensity * volatility / rootYears
    }

    /// The six figures of options whose sign is +1 (call) or −1 (put).
    @inline(__always)
    func valuation(sign: Lanes) -> LaneValuation {
        let isPut = sign .< 0
        return valuation(
            sign: sign, assetWeight: callAsset.replacing(with: putAsset, where: isPut),
            cashWeight: callCash.replacing(with: putCash, where: isPut))
    }

    /// The six figures of two calls.
    @inline(__always)
    var calls: LaneValuation {
        valuation(sign: Lanes(repeating: 1), assetWeight: callAsset, cashWeight: callCash)
    }

    /// The six figures of two puts.
    @inline(__always)
    var puts: LaneValuation {
        valuation(sign: Lanes(repeating: -1), assetWeight: putAsset, cashWeight: putCash)
    }

    @inline(__always)
    private func valuation(sign: Lanes, assetWeight: Lanes, cashWeight: Lanes) -> LaneValuation {
        let assetPart = sign * asset * assetWeight
        let cashPart = sign * cash * cashWeight
        let price = assetPart - cashPart
        return LaneValuation(
            price: price.replacing(with: 0, where: price .< 0), delta: sign * yieldDiscount * assetWeight,
            gamma: gamma, theta: (decay + dividendYield * assetPart - rate * cashPart) * (1.0 / 365), vega: vega,
            rho: years * cashPart * 0.01)
    }
}

/// The figures of ``Valuation``, two options at a time.
struct LaneValuation {
    let price: Lanes
    let delta: Lanes
    let gamma: Lanes
    let theta: Lanes
    let vega: Lanes
    let rho: Lanes

    /// The figures of one of the two.
    @inline(__always)
    subscript(lane: Int) -> Valuation {
        Valuation(
            price: price[lane], delta: delta[lane], gamma: gamma[lane], theta: theta[lane], vega: vega[lane],
            rho: rho[lane])
    }
}
