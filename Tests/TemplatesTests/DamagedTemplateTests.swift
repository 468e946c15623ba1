import DeskFixture
import Foundation
import Mathematics
import Notebooks
import Reports
import Testing

/// The shipped notebooks, damaged word by word and line by line, against the dictionary and the history that they are made
/// for: each is refused with places that exist, or gives a document.
@Suite("Damaged shipped notebooks")
struct DamagedTemplateTests {
    /// What means something to the language, to YAML or to SQL.
    private static let pieces = [
        "{{", "}}", "{{ week }}", "|", "usd0", "```", "```sql x", "--|", "title:", "if:", "is undefined", "where",
        "select *",
        "limit -1", ":week", "[", "]", "{", "}", "\"", "'", ": ", "- ", "<!--", "-->", "null", "1e400", "-0", "kpis",
        "closed_trades", "../x", "\u{0}", "\u{202E}", "🚀", "\t", "",
    ]

    private func damaged(_ text: String, _ random: inout RandomSource) -> String {
        var lines = text.components(separatedBy: "\n")
        for _ in 0..<(1 + random.index(below: 3)) {
            let place = random.index(below: lines.count)
            switch random.index(below: 5) {
            case 0: lines.remove(at: place)
            case 1: lines.insert(lines[random.index(below: lines.count)], at: place)
            case 2: lines.swapAt(place, random.index(below: lines.count))
            default:
                // A word gives way to a piece, or to a word of another line.
                var words = lines[place].components(separatedBy: " ")
                let others = lines[random.index(below: lines.count)].components(separatedBy: " ")
                words[random.index(below: words.count)] =
                    random.index(below: 2) == 0
                    ? Self.pieces[random.index(below: Self.pieces.count)] : others[random.index(below: others.count)]
                lines[place] = words.joined(separator: " ")
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test(
        "Every fault has a place in its file; what has none is made, and a failed cell says where",
        arguments: ShippedReport.names)
    func damaged(name: String) throws {
        let text = try String(contentsOf: ShippedReport.templates.appending(path: "\(name).md"), encoding: .utf8)
        let partials = try ShippedReport.partials()
        let lines = text.count { $0 == "\n" } + 8
        var random = RandomSource(seed: 5, stream: name)
        var (made, refused) = (0, 0)
        for round in 0..<30 {
            let damaged = damaged(text, &random)
            let words = Comment(rawValue: "\(name), round \(round):\n\(damaged)")
            let template = Template.parse(damaged, file: "\(name).md") { partial in
                partials[partial].map { .text($0, file: "\(partial).md") } ?? .missing(names: partials.keys.sorted())
            }.template
            for fault in try ReportMaker.check(template, asOf: Month.end) {
                #expect((1...lines).contains(fault.line) && fault.column >= 1 && !fault.message.isEmpty, words)
            }
            do {
                let document = try ShippedReport.maker.get().report(template, asOf: Month.end).document
                for case .failure(let failure) in document.blocks {
                    #expect(!failure.place.isEmpty && !failure.message.isEmpty, words)
                }
                made += 1
            } catch let error as NotebookError {
                #expect(!error.description.isEmpty, words)
                refused += 1
            }
        }
        #expect(made > 0 && refused > 0)
    }
}
