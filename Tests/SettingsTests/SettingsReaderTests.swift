import Settings
import Testing

@Suite struct SettingsReaderTests {
    struct Book: Codable, Equatable {
        var minimumRank = 40.0
        var enabled = true
        var target = 45
    }
    enum Level: String, Codable { case kind, harsh }
    struct Desk: Codable, Equatable {
        var capital = 500_000.0
        var symbols = ["SPY", "QQQ"]
        var level = Level.kind
        var primary = Book()
        var rates: [String: Double] = ["2023": 0.05]
        var name = "desk"
    }

    @Test("An empty text, and one of comments, leave every default", arguments: ["", "# nothing\n", "---\n"])
    func defaults(text: String) throws {
        #expect(try SettingsReader.read(text, file: "desk.yaml", defaults: Desk()) == Desk())
    }

    @Test("What is named takes the place of its default, and nothing else does")
    func overlay() throws {
        let text = """
            capital: 250000
            symbols: [XLE]
            level: harsh
            primary:
              minimumRank: 37.5
              enabled: false
            rates: { "2024": 0.05, "2025": 0.04 }
            name: "12"
            """
        let desk = try SettingsReader.read(text, file: "desk.yaml", defaults: Desk())
        #expect(
            desk
                == Desk(
                    capital: 250_000, symbols: ["XLE"], level: .harsh, primary: Book(minimumRank: 37.5, enabled: false),
                    rates: ["2023": 0.05, "2024": 0.05, "2025": 0.04], name: "12"))
    }

    @Test("Every fault is reported with its line and its remedy, in one go")
    func faults() {
        let text = """
            capitol: 1
            primary:
              enabled: 3
              target: many
              zzz: 1
            symbols: SPY
            level:
            """
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(text, file: "data/desk.yaml", defaults: Desk())
        }
        #expect(
            error?.description == """
                data/desk.yaml:1: unknown key 'capitol'; did you mean 'capital'?
                data/desk.yaml:3: 'primary.enabled' must be true or false, not '3'
                data/desk.yaml:4: 'primary.target' must be a number, not 'many'
                data/desk.yaml:5: unknown key 'primary.zzz'; known here: enabled, minimumRank, target
                data/desk.yaml:6: 'symbols' must be a list
                data/desk.yaml:7: 'level' has no value; give it one or leave the key out
                """)
    }

    @Test("Lists and dictionaries hold what is written: words, numbers, truth, lists and dictionaries in them")
    func shapes() throws {
        struct Shapes: Codable, Equatable {
            struct Item: Codable, Equatable {
                var name: String
                var size: Double
                var count: Int
                var on: Bool
                var parts: [Int]
            }
            var items: [Item] = []
        }
        let text = """
            items:
              - { name: "1", size: 2.5, count: 3, on: yes, parts: [1, 2] }
              - { name: b, size: 2, count: -1, on: false, parts: [] }
            """
        #expect(
            try SettingsReader.read(text, file: "s.yaml", defaults: Shapes()).items == [
                .init(name: "1", size: 2.5, count: 3, on: true, parts: [1, 2]),
                .init(name: "b", size: 2, count: -1, on: false, parts: []),
            ])
    }

    @Test(
        "A value that no type takes names the key and the value",
        arguments: [
            ("level: mild", "desk.yaml:1: 'level' cannot be 'mild'; see its default"),
            ("\n- 1\n", "desk.yaml:2: the file must hold keys (capital, level, name, primary, rates, symbols)"),
            ("a: [1", "desk.yaml:1: not valid YAML: did not find expected ',' or ']'"),
            ("capital: .nan", "desk.yaml:1: 'capital' must be a number, not '.nan'"),
            ("symbols: [[1]]", "desk.yaml:1: 'symbols' cannot be '[[1]]'; see its default"),
            ("primary: { target: 4.5 }", "desk.yaml:1: 'primary.target' cannot be '4.5'; see its default"),
            ("primary: { target: [1] }", "desk.yaml:1: 'primary.target' must be a number, not 'a group of values'"),
            ("? [a]\n: 1", "desk.yaml:1: unknown key ''; known here: capital, level, name, primary, rates, symbols"),
            ("rates: { 2024: { a: 1 } }", "desk.yaml:1: 'rates.2024' cannot be '[\"a\": 1]'; see its default"),
            ("name: @", "desk.yaml:1: not valid YAML: found character that cannot start any token"),
            ("primary: 3", "desk.yaml:1: 'primary' must hold keys (enabled, minimumRank, target)"),
            ("name: [a]", "desk.yaml:1: 'name' must be a text"),
            ("name: a\nname: b", "desk.yaml:2: not valid YAML: the key 'name' stands twice"),
            (
                "# name: x\nprimary:\n  target: 1\n  enabled: true\n  target: 2",
                "desk.yaml:5: not valid YAML: the key 'target' stands twice"
            ),
            ("{name: a, name: b}", "desk.yaml:1: not valid YAML: the key 'name' stands twice"),
            // By an alias a few lines stand for more values than fit in any memory.
            (
                "symbols: [&a [x, x], &b [*a, *a]]",
                "desk.yaml:1: '&' begins an anchor, which settings do not have; put the text in quotes"
            ),
            (
                "name: \"#\" # a, &b",
                "desk.yaml:1: '&' begins an anchor, which settings do not have; put the text in quotes"
            ),
            ("name: !mine a", "desk.yaml:1: 'name' has the tag '!mine', which settings do not have; leave it out"),
            ("name: x\nlevel: \u{0}kind", "desk.yaml:2: holds the control character \\u{0}; take it out"),
            (
                String(repeating: "[", count: 100_000),
                "desk.yaml:1: has more than 10000 characters; write one setting a line"
            ),
            (
                "symbols:\n  " + String(repeating: "[", count: 60),
                "desk.yaml:2: more than 50 values inside each other are no settings"
            ),
            ("primary: {target: 017}", "desk.yaml:1: 'primary.target' must be a number, not '017'"),
            ("primary: {target: 1:30}", "desk.yaml:1: 'primary.target' must be a number, not '1:30'"),
            ("primary: {target: 0x10}", "desk.yaml:1: 'primary.target' must be a number, not '0x10'"),
            ("symbols: [null]", "desk.yaml:1: 'symbols.0' has no value"),
            (
                "\"ca\\u001b[31mp\": 1",
                "desk.yaml:1: unknown key 'ca\\u{1B}[31mp'; known here: capital, level, name, primary, rates, symbols"
            ),
            (
                "capital: \(String(repeating: "9", count: 99))x",
                "desk.yaml:1: 'capital' must be a number, not '\(String(repeating: "9", count: 37))...'"
            ),
        ])
    func messages(text: String, message: String) {
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(text, file: "desk.yaml", defaults: Desk())
        }
        #expect(error?.description == message)
    }

    @Test("A comment may say what it likes, and a text may hold the signs of YAML in quotes or in its middle")
    func signs() throws {
        let text = "# a, &b: *c [[[[ {{\nname: R&D # p&l, &x\nsymbols: ['#&', \"*a\"]\n"
        let desk = try SettingsReader.read(text, file: "desk.yaml", defaults: Desk())
        #expect(desk == Desk(symbols: ["#&", "*a"], name: "R&D"))
    }

    @Test("Words that no type takes are told with everything else")
    func together() {
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(
                "capital: much\nlevel: hash\nname: a\nzzz: 1\n", file: "desk.yaml", defaults: Desk(),
                rules: SettingRules(words: ["name": ["desk", "book"]]))
        }
        #expect(
            error?.description == """
                desk.yaml:1: 'capital' must be a number, not 'much'
                desk.yaml:2: 'level' cannot be 'hash'; see its default
                desk.yaml:3: 'name' must be one of desk, book, not 'a'
                desk.yaml:4: unknown key 'zzz'; known here: capital, level, name, primary, rates, symbols
                """)
    }
}
