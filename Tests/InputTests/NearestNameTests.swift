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

    @Test("Nothing is suggested in place of a name that there is", arguments: ["week", "share"])
    func known(typed: String) {
        #expect(NearestName.suggestion(for: typed, among: Self.known + ["weeks"]) == nil)
    }

    // Changes to "pnk": pnl 1; pn, punk 1; pin 2.
    @Test("Of many names those come first that are the least changes away, of equals the first")
    func nearest() {
        let known = ["pin", "pnl", "sharpe", "pn", "punk"]
        #expect(NearestName.nearest(to: "PNK", among: known, count: 4) == ["pnl", "pn", "punk", "pin"])
        #expect(NearestName.nearest(to: "pnk", among: [], count: 4).isEmpty)
        #expect(NearestName.nearest(to: "", among: known, count: 2) == ["pn", "pin"])
    }
}
