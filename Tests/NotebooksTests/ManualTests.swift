import Foundation
import Metrics
import Notebooks
import Testing

/// The manual's own example, so that it cannot rot.
@Suite("The manual of notebooks")
struct ManualTests {
    @Test("its first notebook has no fault and names cells that are there")
    func firstNotebook() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let manual = try String(contentsOf: root.appendingPathComponent("docs/notebooks.md"), encoding: .utf8)
        let parts = manual.components(separatedBy: "\n````")
        try #require(parts.count >= 3)
        let source = parts[1].drop { $0 != "\n" }.dropFirst()
        let (template, faults) = Template.parse(String(source), file: "my-week.md")
        #expect(faults == [])
        #expect(template.cellNames == ["best", "by_symbol"])
    }

    @Test("its table of formats is what the formatter writes")
    func formats() {
        for (format, first, second) in [
            (ValueFormat.usd, "$1,234.50", "$0.00"), (.usd0, "$1,235", "$0"), (.percent, "123,450.0%", "-0.4%"),
            (.percent2, "123,450.00%", "-0.40%"), (.ratio, "1,234.50", "0.00"), (.number1, "1,234.5", "0.0"),
            (.number4, "1,234.5000", "-0.0040"), (.integer, "1,235", "0"), (.text, "1234.5", "-0.004"),
            (.flag, "yes", "yes"),
        ] {
            #expect(format.text(.number(1234.5)) == first)
            #expect(format.text(.number(-0.004)) == second)
        }
    }
}
