import Dates
import Testing

@testable import Market

@Suite("Options on VIX")
struct VolatilityIndexOptionsTests {
    private let options = VolatilityIndexOptions()

    /// 0.02 · (1 − e^{−T/0.019}) + 0.24 · (1 − e^{−1.9 T}) in Python. Beside them 2 · 0.378² · (1 − autocorrelation) of
    /// ln VIX 2006–2019: 0.0057, 0.0220, 0.0572, 0.1089, 0.1587.
    @Test(
        "the variance of ln VIX follows its autocorrelations",
        arguments: [
            (1.0, 0.005572469035239051, 0.0057), (5, 0.02184028044228408, 0.0220), (21, 0.054895331559913454, 0.0572),
            (63, 0.11074754784469641, 0.1089), (126, 0.1671821543708452, 0.1587),
        ])
    func variance(sessions: Double, expected: Double, observed: Double) {
        #expect(isClose(options.variance(years: sessions / 252), expected, within: 1e-15))
        #expect(isClose(expected, observed, within: 0.06 * observed))
    }

    /// 19 · (VIX ÷ 19)^{1 − v(T) ÷ 0.26} in Python.
    @Test(
        "the forward lies between VIX and the mean level, the nearer the sooner",
        arguments: [
            (12.0, 7.0, 12.460341323462885), (12, 30, 13.211887640305958), (19, 30, 19), (40, 7, 37.633549020154284),
            (40, 30, 34.227146250097974),
        ])
    func forward(level: Double, days: Double, expected: Double) {
        #expect(isClose(options.forward(level: level, years: days / 365), expected, within: 1e-11))
    }

    @Test("short options on VIX are quoted at a higher volatility than long ones")
    func volatility() {
        // √(v(T) ÷ T) · 1.05 in Python.
        #expect(isClose(options.volatility(years: 7.0 / 365), 1.1065338736983035, within: 1e-12))
        #expect(isClose(options.volatility(years: 30.0 / 365), 0.8545050770371418, within: 1e-12))
    }

    @Test("on every session a call near Δ0.30 expires in 5 to 10 days", arguments: [11.0, 20, 55])
    func hedge(level: Double) throws {
        let calendar = try sampleCalendar()
        var maker = VolatilityIndexChain(settings: SurfaceSettings())
        for session in try calendar.sessions(from: day("2024-03-01"), through: day("2024-05-31")) {
            let chain = try maker.chain(
                on: session, time: NewYork.instant(session, hour: 15, minute: 45), level: level, rate: 0.04,
                calendar: calendar)
            #expect(chain.spot == level && chain.underlying == "VIX" && chain.isSynthetic)
            let slice = try #require(chain.slices.first { (5...10).contains(session.days(to: $0.expiration)) })
            #expect(slice.calls.delta.contains { abs($0 - 0.3) < 0.1 })
            #expect(slice.calls.impliedVolatility.last ?? 0 > (slice.calls.impliedVolatility.first ?? 0))
        }
    }

    @Test("an option on VIX is gone on the morning of its expiration")
    func expiration() throws {
        let calendar = try sampleCalendar()
        var maker = VolatilityIndexChain(settings: SurfaceSettings())
        for text in ["2024-03-19", "2024-03-20"] {
            let session = try day(text)
            let chain = try maker.chain(
                on: session, time: NewYork.instant(session, hour: 15, minute: 45), level: 15, rate: 0.04,
                calendar: calendar)
            #expect(chain.slices.first?.expiration.iso == (text == "2024-03-19" ? "2024-03-20" : "2024-03-27"))
        }
    }
}
