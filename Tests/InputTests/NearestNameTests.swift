import Input
import Testing

@Suite struct NearestNameTests {
    static let known = ["window", "week", "strategy", "share"]

    @Test(
        "A slip of the keyboard finds the name that was meant",
        arguments: [
            ("windwo", "window"), ("weeks", "week"), ("STRATEGY", "strategy"), ("stratgey", "strategy"),
            ("shore", "share"), ("wek", "week"),
        ])
    func found(typed: String, meant: String) {
        #expect(NearestName.suggestion(for: typed, among: Self.known) == meant)
    }

    @Test("What resembles nothing gets no suggestion", arguments: ["", "portfolio", "xyz"])
    func nothing(typed: String) {
        #expect(NearestName.suggestion(for: typed, among: Self.known) == nil)
    }
}
