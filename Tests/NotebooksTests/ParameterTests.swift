import Dates
import Notebooks
import Testing

@Suite("Parameters are typed, checked all at once, and bound")
struct ParameterTests {
    private let template = Template.parse(
        """
        ---
        title: T
        kind: k
        parameters:
          week: { type: week, default: last-complete }
          from: { type: day, default: as-of }
          book: { type: choice, choices: [PRIMARY, INCOME_POP], default: PRIMARY }
          note: { type: text, default: "" }
          count: { type: integer, default: 3 }
          floor: { type: number, default: 0.5 }
          detail: { type: flag, default: no }
        ---
        ```sql bound
        select :week as week, @week_monday as monday, $week_sunday as sunday, :from as day, :book as book,
          :note as note, :count as count, :floor as floor, :detail as detail, typeof(:detail) as kind
        ```
        """, file: "t.md"
    ).template

    @Test("defaults are put in, given values are read, in the order of the head")
    func values() throws {
        let asOf = try #require(Day(2026, 7, 31))
        let values = try Notebook.resolve(
            ["count": "-7", "detail": "TRUE", "note": "'; drop table trades; --"], of: template, asOf: asOf)
        #expect(values.map(\.name) == ["week", "from", "book", "note", "count", "floor", "detail"])
        #expect(
            values.map(\.value) == [
                .week(ISOWeek(containing: asOf)), .day(asOf), .text("PRIMARY"), .text("'; drop table trades; --"),
                .integer(-7), .number(0.5), .flag(true),
            ])
    }

    /// ISO weeks by Python's `date.isocalendar`.
    @Test(
        "last-complete is the last week whose Friday has come",
        arguments: [
            ("2026-07-30", "2026-W30"), ("2026-07-31", "2026-W31"), ("2026-08-02", "2026-W31"),
            ("2026-08-03", "2026-W31"), ("2024-12-30", "2024-W52"), ("2025-01-03", "2025-W01"),
            ("2021-01-01", "2020-W53"),
        ])
    func lastComplete(asOf: String, week: String) throws {
        let values = try Notebook.resolve([:], of: template, asOf: try #require(Day(asOf)))
        #expect(values.first?.value == .week(try #require(ISOWeek(week))))
    }

    @Test("everything wrong with the parameters is said at once")
    func problems() throws {
        let error = #expect(throws: NotebookError.self) {
            try Notebook.resolve(
                [
                    "weak": "2026-W31", "week": "31", "from": "31.7.2026", "book": "primary", "count": "many",
                    "floor": "nan", "detail": "2",
                ], of: template, asOf: Desk.friday)
        }
        #expect(
            error?.description == """
                t.md: there is no parameter 'weak'. Did you mean 'week'? There are: week, from, book, note, count, \
                floor, detail.
                t.md: parameter 'week': '31' is not an ISO week as 2026-W31, or last-complete.
                t.md: parameter 'from': '31.7.2026' is not a date as 2026-07-31, or as-of.
                t.md: parameter 'book': 'primary' is not one of PRIMARY, INCOME_POP.
                t.md: parameter 'count': 'many' is not a whole number.
                t.md: parameter 'floor': 'nan' is not a decimal number.
                t.md: parameter 'detail': '2' is not yes or no.
                """)
        let needy = Template.parse(
            "---\ntitle: T\nkind: k\nparameters: { week: { type: week } }\n---\n", file: "n.md"
        ).template
        #expect(
            throws: NotebookError.parameters(
                template: "n.md",
                ["parameter 'week' is missing. Give an ISO week as 2026-W31, or last-complete."])
        ) {
            try Notebook.run(needy, context: Desk.context)
        }
    }

    @Test("a number lies within its bounds")
    func bounds() throws {
        let template = Template.parse(
            "---\ntitle: T\nkind: k\nparameters:\n  n: { type: integer, min: 1, max: 60 }\n  x: { type: number, min: 0.5 }\n---\n",
            file: "n.md"
        ).template
        #expect(try Notebook.resolve(["n": "60", "x": "0.5"], of: template, asOf: Desk.friday).count == 2)
        let error = #expect(throws: NotebookError.self) {
            try Notebook.resolve(["n": "0", "x": "0.4"], of: template, asOf: Desk.friday)
        }
        #expect(
            error?.description == """
                n.md: parameter 'n': '0' is not a whole number from 1 to 60.
                n.md: parameter 'x': '0.4' is not a decimal number of at least 0.5.
                """)
    }

    @Test("SQL sees parameters as values and never as text of the statement")
    func bound() throws {
        let document = try Notebook.run(
            template, parameters: ["note": "'; drop table trades; --", "detail": "yes"], context: Desk.context)
        #expect(
            dump(document).hasSuffix(
                "| 2026-W31 | 2026-07-27 | 2026-08-02 | 2026-07-31 | PRIMARY | '; drop table trades; -- | 3 | 0.50 | 1 | integer"
            ))
    }

    @Test("what has a meaning of its own is no parameter's name: in the head, or among the computed figures")
    func takenNames() throws {
        let template = Template.parse(
            """
            ---
            title: T
            kind: k
            parameters:
              as_of: { type: text, default: x }
              w_monday: { type: day, default: as-of }
              w: { type: week, default: last-complete }
              sharpe: { type: number, default: 1 }
              v_sunday: { type: text, default: "" }
            ---
            """, file: "t.md"
        ).template
        let expected = [
            "t.md:5:3: 'as_of' is the report's date, which every notebook has. Give the parameter another name.",
            "t.md:6:3: 'w_monday' is the Monday of parameter 'w'. Give the parameter another name.",
            "t.md:8:3: 'sharpe' is a computed figure. Give the parameter another name.",
        ]
        #expect(template.faults.map(\.description) == Array(expected.prefix(2)))
        #expect(try Notebook.check(template, context: Desk.context).map(\.description) == expected)
        let figure = Template.parse(
            "---\ntitle: T\nkind: k\nparameters: { sharpe: { type: number, default: 1 } }\n---\n", file: "t.md"
        ).template
        let error = #expect(throws: NotebookError.self) { try Notebook.run(figure, context: Desk.context) }
        #expect(
            error?.description == "t.md:4:15: 'sharpe' is a computed figure. Give the parameter another name.")
    }

    @Test("only a week is called like the week of the figures", arguments: [("week", 0), ("text", 1)])
    func week(type: String, faults: Int) {
        let template = Template.parse(
            "---\ntitle: T\nkind: k\nparameters: { week: { type: \(type), default: 2026-W31 } }\n---\n", file: "t.md"
        ).template
        #expect(template.faults(ofParametersCalledLike: ["week"]).count == faults)
    }

    @Test(
        "a number is a decimal one, and none that would become zero",
        arguments: [
            ("112.5", 112.5), ("-0.03", -0.03), ("1e-6", 1e-6), ("0e5", 0), ("0x1p3", nil), ("1e-400", nil),
            ("1e400", nil),
            ("0.\(String(repeating: "0", count: 400))1", nil), ("inf", nil), ("", nil), ("1 ", nil), ("1,5", nil),
        ] as [(String, Double?)])
    func decimals(text: String, number: Double?) throws {
        let values = try? Notebook.resolve(["floor": text], of: template, asOf: Desk.friday)
        #expect(values?.first { $0.name == "floor" }?.value == number.map { .number($0) })
    }
}
