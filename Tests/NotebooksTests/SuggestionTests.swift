import Testing

@testable import Notebooks

@Suite("Help for whoever wrote a name that does not exist")
struct SuggestionTests {
    @Test("few names are all listed, of many the ten that read most like it")
    func lists() {
        #expect(Suggestion.text(for: "x", among: []) == "There are none.")
        #expect(Suggestion.text(for: "pnk", among: ["book", "pnl"]) == "Did you mean 'pnl'? There are: book, pnl.")
        let many = (0..<40).map { "name_\($0)" } + ["pnl"]
        let text = Suggestion.text(for: "pnk", among: many)
        #expect(text.hasPrefix("Did you mean 'pnl'? There are 41, among them: pnl, name_0, name_1, "))
        #expect(text.split(separator: ",").count == 11)
    }
}
