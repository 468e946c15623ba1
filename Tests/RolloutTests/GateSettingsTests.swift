import Foundation
import Rollout
import Testing

@Suite("The gate's settings")
struct GateSettingsTests {
    private func read(_ json: String) throws -> GateSettings {
        try JSONDecoder().decode(GateSettings.self, from: Data(json.utf8))
    }

    @Test("Without a key they are the plan's")
    func defaults() throws {
        let settings = try read("{}")
        #expect(settings == GateSettings())
        #expect(settings.evidence == .advisory && settings.claim == .better && settings.maximumDrawdown == 0.10)
        #expect(RolloutStage.allCases.map { settings.dwell.sessions(at: $0) } == [0, 3, 4, 3, 4])
    }

    @Test("What is named is read")
    func named() throws {
        let settings = try read(
            #"{"evidence": "required", "claim": "no-harm", "margin": 0.02}"#)
        #expect(settings.evidence == .required && settings.claim == .noHarm && settings.margin == 0.02)
        #expect(try JSONDecoder().decode(GateSettings.self, from: JSONEncoder().encode(settings)) == settings)
    }

    @Test(
        "What no gate can work with is refused, by key, rule and value",
        arguments: [
            (#"{"claim": "worse"}"#, "claim must be better or no-harm, not worse"),
            (#"{"margin": -0.01}"#, "margin must not be negative, not -0.01"),
            (#"{"alpha": 0}"#, "alpha must lie between 0 and 0.25, not 0.0"),
            (#"{"alpha": 0.5}"#, "alpha must lie between 0 and 0.25, not 0.5"),
            (#"{"firstLook": 1}"#, "firstLook must be at least 2, not 1"),
            (#"{"tunedFor": 0}"#, "tunedFor must be at least 2, not 0"),
            (#"{"resamples": -1}"#, "resamples must lie between 0 and 100000, not -1"),
            (#"{"maximumDrawdown": 1}"#, "maximumDrawdown must lie between 0 and 1, not 1.0"),
            (#"{"unhealthySessions": 0}"#, "unhealthySessions must be at least 1, not 0"),
            (#"{"paperHaircut": -1}"#, "paperHaircut must not be negative, not -1.0"),
            (#"{"maximumOverrideDays": 0}"#, "maximumOverrideDays must be at least 1, not 0"),
        ])
    func refused(json: String, message: String) {
        let error = #expect(throws: DecodingError.self) { try read(json) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.debugDescription == message)
    }

    @Test("A dwell of fewer than no sessions is refused")
    func dwell() {
        let json = #"{"dwell": {"at10": -1, "at25": 4, "at50": 3, "at100": 4, "largestFactor": 8}}"#
        #expect(throws: DecodingError.self) { try read(json) }
        #expect(throws: DecodingError.self) {
            try read(#"{"dwell": {"at10": 1, "at25": 4, "at50": 3, "at100": 4, "largestFactor": 0}}"#)
        }
    }
}
