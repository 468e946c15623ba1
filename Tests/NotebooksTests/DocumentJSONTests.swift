import Dates
import Foundation
import Ledger
import Metrics
import Notebooks
import Testing

@Suite("A document is archived as JSON, and comes back")
struct DocumentJSONTests {
    @Test("whatever is in it, to the last bit", arguments: 0..<300)
    func roundTrip(seed: UInt64) throws {
        var random = RandomDocument(seed: seed)
        let document = random.document()
        let text = try DocumentJSON.text(document)
        let back = try DocumentJSON.document(from: text)
        #expect(back == document)
        #expect(try DocumentJSON.text(back) == text)
    }

    @Test("numbers keep their sign and their kind")
    func numbers() throws {
        for value in [Value.number(-0.0), .number(3), .integer(3), .flag(true), .text("3"), .money(Money(cents: 300))] {
            let block = Block.figures(
                FiguresBlock(anchor: "", title: "", items: [FiguresBlock.Item(label: "", value: value, format: .text)]))
            let text = try DocumentJSON.text(Document(title: "", kind: "", asOf: Desk.friday, blocks: [block]))
            guard case .figures(let back) = try DocumentJSON.document(from: text).blocks[0] else { return }
            #expect(back.items[0].value == value)
            if case .number(let number) = back.items[0].value, number == 0 { #expect(number.sign == .minus) }
        }
    }

    @Test("numbers that JSON does not have are written in words")
    func notFinite() throws {
        let series = ChartBlock.Series(name: "s", title: "S", values: [.infinity, -.infinity, .nan, nil])
        let chart = ChartBlock(
            anchor: "c", title: "C", alternative: "", kind: .line, xTitle: "X", x: (1...4).map { .integer($0) },
            series: [series], format: .ratio)
        let text = try DocumentJSON.text(Document(title: "", kind: "", asOf: Desk.friday, blocks: [.chart(chart)]))
        guard case .chart(let back) = try DocumentJSON.document(from: text).blocks[0] else { return }
        let values = back.series[0].values
        #expect(values[0] == .infinity && values[1] == -.infinity && values[2]?.isNaN == true && values[3] == nil)
    }

    @Test("a person can read it: keys in order, one value a line, money exact, the usual left out")
    func golden() throws {
        let table = TableBlock(
            anchor: "t", title: "P&L/day",
            columns: [
                TableBlock.Column(name: "book", title: "Book", format: .text),
                TableBlock.Column(name: "pnl", title: "P&L", format: .usd),
            ],
            rows: [
                [.text("PRIMARY"), .money(Money(cents: -61_010))], [.day(Desk.friday), .undefined(.noLosses)],
                [.null, .number(0.1)],
            ], totals: [nil, .money(Money(cents: 5))],
            highlights: [.init(column: "pnl", comparison: .below, operand: .number(0), tone: .bad)],
            rowFormats: [1: [.usd, .ratio, .percent]])
        let document = Document(
            title: "T", kind: "k", asOf: Desk.friday, parameters: [.init(name: "week", text: "2026-W31")],
            blocks: [.table(table), .prose("Hidden.", placement: Placement(formats: [.xlsx, .html], isFolded: true))])
        #expect(
            try DocumentJSON.text(document) == """
                {
                  "as_of" : "2026-07-31",
                  "blocks" : [
                    {
                      "anchor" : "t",
                      "block" : "table",
                      "columns" : [
                        {
                          "format" : "text",
                          "name" : "book",
                          "title" : "Book"
                        },
                        {
                          "format" : "usd",
                          "name" : "pnl",
                          "title" : "P&L"
                        }
                      ],
                      "highlights" : [
                        {
                          "column" : "pnl",
                          "comparison" : "<",
                          "operand" : {
                            "number" : 0
                          },
                          "tone" : "bad"
                        }
                      ],
                      "row_formats" : {
                        "1" : [
                          "usd",
                          "ratio",
                          "percent"
                        ]
                      },
                      "rows" : [
                        [
                          "PRIMARY",
                          {
                            "usd" : "-610.10"
                          }
                        ],
                        [
                          {
                            "day" : "2026-07-31"
                          },
                          {
                            "undefined" : "no losses"
                          }
                        ],
                        [
                          null,
                          {
                            "number" : 0.1
                          }
                        ]
                      ],
                      "title" : "P&L/day",
                      "totals" : {
                        "1" : {
                          "usd" : "0.05"
                        }
                      }
                    },
                    {
                      "block" : "prose",
                      "placement" : {
                        "fold" : true,
                        "formats" : [
                          "html",
                          "xlsx"
                        ]
                      },
                      "text" : "Hidden."
                    }
                  ],
                  "kind" : "k",
                  "parameters" : [
                    {
                      "name" : "week",
                      "text" : "2026-W31"
                    }
                  ],
                  "title" : "T",
                  "version" : 1
                }

                """)
    }

    private static func table(_ rest: String) -> String {
        "{\"version\": 1, \"title\": \"T\", \"kind\": \"k\", \"as_of\": \"2026-07-31\", \"blocks\": [{\"block\": \"table\", "
            + "\"anchor\": \"t\", \"title\": \"T\", \"columns\": [{\"name\": \"a\", \"title\": \"A\", \"format\": \"usd\"}], "
            + rest + "}]}"
    }

    private static func chart(_ rest: String) -> String {
        "{\"version\": 1, \"title\": \"T\", \"kind\": \"k\", \"as_of\": \"2026-07-31\", \"blocks\": [{\"block\": \"chart\", "
            + "\"anchor\": \"t\", \"title\": \"T\", \"alternative\": \"\", \"kind\": \"line\", \"x_title\": \"X\", "
            + "\"format\": \"usd\", \"x_format\": \"text\", " + rest + "}]}"
    }

    @Test(
        "what cannot be read says where and why",
        arguments: [
            ("", "this is not JSON."), ("{", "this is not JSON."),
            ("[]", "the document: it is a value of another kind."),
            ("{}", "version: it is missing."),
            ("{\"version\": 2}", "this document has form 2, and form 1 is read. Use the program that wrote it."),
            ("{\"version\": 1}", "title: it is missing."),
            (
                "{\"version\": 1, \"title\": \"T\", \"kind\": \"k\", \"as_of\": \"2026-02-30\", \"blocks\": []}",
                "as_of: '2026-02-30' is not a date; write YYYY-MM-DD."
            ),
            (
                "{\"version\": 1, \"title\": \"T\", \"kind\": \"k\", \"as_of\": \"2026-07-31\", \"blocks\": [{\"block\": \"tabel\"}]}",
                "blocks[0].block: 'tabel' is none of heading, prose, figures, checks, table, chart, failure."
            ),
            (
                "{\"version\": 1, \"title\": \"T\", \"kind\": \"k\", \"as_of\": \"2026-07-31\", \"blocks\": [{\"block\": "
                    + "\"heading\", \"level\": 7, \"text\": \"\", \"anchor\": \"\"}]}",
                "blocks[0].level: a heading has a level from 1 to 6."
            ),
            (table("\"rows\": [[1, 2]]"), "blocks[0].rows: a row has one value a column."),
            (
                table("\"rows\": [[{\"usd\": \"1.5\"}]]"),
                "blocks[0].rows[0][0].usd: '1.5' is no amount of dollars and cents."
            ),
            (
                table("\"rows\": [[{\"usd\": \"92233720368547758.08\"}]]"),
                "blocks[0].rows[0][0].usd: '92233720368547758.08' is no amount of dollars and cents."
            ),
            (table("\"rows\": [[{\"day\": \"today\"}]]"), "blocks[0].rows[0][0].day: 'today' is no date."),
            (table("\"rows\": [[{\"time\": \"noon\"}]]"), "blocks[0].rows[0][0].time: 'noon' is no moment."),
            (
                table("\"rows\": [[{\"undefined\": \"why\"}]]"),
                "blocks[0].rows[0][0].undefined: 'why' is no reason for a missing value."
            ),
            (table("\"rows\": [[{\"number\": \"many\"}]]"), "blocks[0].rows[0][0].number: 'many' is no number."),
            (
                table("\"rows\": [[{\"x\": 1}]]"),
                "blocks[0].rows[0][0]: a value has one of number, usd, day, time, undefined."
            ),
            (table("\"rows\": [[1]], \"totals\": {\"1\": 2}"), "blocks[0].totals: there is no column '1'."),
            (
                table("\"rows\": [[1]], \"row_formats\": {\"0\": []}"),
                "blocks[0].row_formats: column '0' has not one format a row."
            ),
            (
                table(
                    "\"rows\": [], \"highlights\": [{\"column\": \"a\", \"comparison\": \"~\", \"operand\": 1, \"tone\": \"bad\"}]"
                ),
                "blocks[0].highlights[0].comparison: '~' is none of <, >, <=, >=, =, !=."
            ),
            (
                chart("\"x\": [1], \"series\": [{\"name\": \"s\", \"title\": \"S\", \"values\": []}]"),
                "blocks[0].series: a series has one value an x."
            ),
            (chart("\"x\": [1], \"series\": [], \"totals\": [1]"), "blocks[0].totals: a total is the place of an x."),
        ])
    func errors(text: String, expected: String) {
        let error = #expect(throws: DocumentJSON.ReadError.self) { try DocumentJSON.document(from: text) }
        #expect(error?.description == expected)
    }

    @Test("bytes changed anywhere give a document or an error, never a crash", arguments: 0..<40)
    func fuzz(seed: UInt64) throws {
        var random = RandomDocument(seed: seed)
        let bytes = Array(try DocumentJSON.text(random.document()).utf8)
        var mix = SplitMix(state: seed)
        for _ in 0..<40 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &mix) {
                let place = Int.random(in: 0..<changed.count, using: &mix)
                if Bool.random(using: &mix) {
                    changed[place] = UInt8.random(in: 32...126, using: &mix)
                } else {
                    changed.remove(at: place)
                }
            }
            let text = String(decoding: changed, as: UTF8.self)
            do {
                _ = try DocumentJSON.document(from: text)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
