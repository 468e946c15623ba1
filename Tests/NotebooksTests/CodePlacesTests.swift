import Notebooks
import Testing

/// In code nothing can be escaped, so that a value would show its backslashes or end the code.
@Suite("A value does not stand in code")
struct CodePlacesTests {
    private static let fault =
        "a value cannot stand in code, where nothing is escaped. Take the backticks, the indentation or the '~~~' away."

    @Test(
        "code with a value is a fault at its braces",
        arguments: [
            ("`{{ week }}`", ["5:2"]), ("a `b {{ x }} c` d {{ y }}", ["5:6"]), ("``a ` {{ x }}``", ["5:7"]),
            ("one `two\nthree {{ x }}` four", ["6:7"]), ("`{{ a }}` `{{ b }}`", ["5:2", "5:12"]),
            ("text\n\n    {{ x }}\n\n    {{ y }}\n", ["7:5", "9:5"]), ("\t{{ x }}", ["5:2"]),
            ("~~~\n{{ x }}\n~~~\n{{ y }}", ["6:1"]), ("~~~~\n~~~\n{{ x }}", ["7:1"]),
            ("* item\n\ntext\n\n    {{ x }}", ["9:5"]), ("a\\``{{ x }}`", ["5:5"]),
        ])
    func inCode(body: String, places: [String]) {
        #expect(Desk.faults(body) == places.map { "t.md:\($0): \(CodePlacesTests.fault)" })
        let cell = "````text t\n" + body + "\n````"
        #expect(Desk.faults(cell).count == places.count)
    }

    @Test(
        "what only looks like code is none",
        arguments: [
            "{{ week }}", "`a` {{ x }} `b`", "one ` {{ x }}", "`one\n\n{{ x }}` two", "\\`{{ x }}`", "`` {{ x }} `",
            "`\\{{ x }}`", "* item\n\n    {{ x }}", "1. item\n\n    {{ x }}\n\n    {{ y }}", "a\n    {{ x }}",
            "```\n{{ x }}\n```", "~~{{ x }}~~", "~~~\ncode\n~~~\n{{ x }}",
        ])
    func elsewhere(body: String) {
        #expect(Desk.faults(body) == [])
    }
}
