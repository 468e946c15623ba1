import Console
import Foundation
import Settings
import Testing

@Suite("What the numbers of desk.yaml may be") struct SettingRulesTests {
    /// Every number of the defaults, with its key.
    private static func numbers() throws -> [(path: [String], value: Double)] {
        func walk(_ tree: Any, _ path: [String]) -> [(path: [String], value: Double)] {
            switch tree {
            case let branch as [String: Any]: branch.flatMap { walk($0.value, path + [$0.key]) }
            case let list as [Any]: list.enumerated().flatMap { walk($0.element, path + [String($0.offset)]) }
            case let number as NSNumber where String(cString: number.objCType) != "c": [(path, number.doubleValue)]
            default: []
            }
        }
        return walk(try JSONSerialization.jsonObject(with: JSONEncoder().encode(DeskSettings())), [])
    }

    private static func faults(_ text: String) -> [String] {
        do {
            _ = try DeskSettings.read(text, file: "desk.yaml")
            return []
        } catch let error as SettingsError {
            return error.faults.map { "\($0.line): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test("Every number has a range, and its default lies within it")
    func complete() throws {
        let numbers = try Self.numbers()
        #expect(numbers.count > 200)
        for (path, value) in numbers {
            #expect(DeskSettings.rules.range(of: path)?.contains(value) == true, "\(path.joined(separator: "."))")
        }
    }

    @Test("No rule is for a key that the settings do not have")
    func noneToSpare() throws {
        let paths = try Self.numbers().map(\.path)
        for key in DeskSettings.rules.numbers.keys {
            let alone = SettingRules(numbers: [key: 0...1])
            #expect(paths.contains { alone.range(of: $0) != nil } || key.hasPrefix("mail.retrySeconds"), "\(key)")
        }
    }

    @Test(
        "A number beyond what a desk can mean is named with its key, its range and the value seen",
        arguments: [
            (
                "strategy: {blackoutHours: 9223372036854775807}",
                "1: 'strategy.blackoutHours' must lie from 0 to 720, not 9223372036854775807"
            ),
            (
                "strategy:\n  blackoutHours: -9223372036854775808",
                "2: 'strategy.blackoutHours' must lie from 0 to 720, not -9223372036854775808"
            ),
            ("strategy: {blackoutHours: -1}", "1: 'strategy.blackoutHours' must lie from 0 to 720, not -1"),
            (
                "gate: {firstLook: 9223372036854775807}",
                "1: 'gate.firstLook' must lie from 2 to 1000, not 9223372036854775807"
            ),
            (
                "gate: {tunedFor: 9223372036854775807}",
                "1: 'gate.tunedFor' must lie from 2 to 1000, not 9223372036854775807"
            ),
            (
                "simulation:\n  ownVolatilityOfVolatility: 1e308",
                "2: 'simulation.ownVolatilityOfVolatility' must lie from 0 to 20, not 1e+308"
            ),
            ("desk: {equity: -5}", "1: 'desk.equity' must lie from 1 to 1000000000, not -5"),
            ("desk: {share: 2}", "1: 'desk.share' must lie from 0 to 1, not 2"),
            ("reports: {mailDays: -1}", "1: 'reports.mailDays' must lie from 0 to 3660, not -1"),
            ("gate: {margin: -0.5}", "1: 'gate.margin' must lie from 0 to 1, not -0.5"),
            // A list, a list of groups, a list of lists and a dictionary by year.
            (
                "mail:\n  retrySeconds: [60,\n    0]",
                "3: 'mail.retrySeconds.1' must lie from 1 to 31536000, not 0"
            ),
            (
                "strategy: {confidence: {ivRank: [{from: 40, points: 999}]}}",
                "1: 'strategy.confidence.ivRank.0.points' must lie from -100 to 100, not 999"
            ),
            (
                "simulation: {ownCorrelations: [[], [7]]}",
                "1: 'simulation.ownCorrelations.1.0' must lie from -1 to 1, not 7"
            ),
            (
                "recorded: {ratesByYear: {2026: 4.1}}",
                "1: 'recorded.ratesByYear.2026' must lie from -0.1 to 0.5, not 4.1"
            ),
            (
                "recorded: {ratesByYear: {2026: .inf}}",
                "1: 'recorded.ratesByYear.2026' must be a number, not '.inf'"
            ),
        ])
    func beyond(text: String, fault: String) {
        #expect(Self.faults(text) == [fault])
    }

    @Test(
        "Texts that have a form are held to it; a password is not repeated",
        arguments: [
            (
                "mail: {server: 'file:///x'}",
                "mail.server' must read smtp://HOST:PORT or smtps://HOST:PORT, not 'file:///x'"
            ),
            (
                "reports: {address: 'javascript:alert(1)'}",
                "reports.address' must read https://HOST/ or be left empty, not 'javascript:alert(1)'"
            ),
        ])
    func texts(text: String, fault: String) {
        #expect(Self.faults(text) == ["1: '\(fault)"])
    }

    @Test(
        "What has its form is taken",
        arguments: [
            "mail: {server: 'smtp://mail.example.com:587'}", "mail: {server: ''}",
            "mail: {server: 'SMTPS://mail.example.com'}", "reports: {address: 'https://reports.example.com/'}",
            "reports: {address: ''}", "mail: {server: 'https://name:secret@example.com'}",
        ])
    func taken(text: String) {
        #expect(Self.faults(text) == [])
    }

    @Test("All faults come at once, in the order of their lines")
    func all() {
        #expect(
            Self.faults("gate:\n  alpha: 0.9\ndesk:\n  share: many\n  equity: 0\n") == [
                "2: 'gate.alpha' must lie from 0.001 to 0.249, not 0.9",
                "4: 'desk.share' must be a number, not 'many'",
                "5: 'desk.equity' must lie from 1 to 1000000000, not 0",
            ])
    }

    @Test("Both ends of every range can be read")
    func ends() throws {
        for (path, _) in try Self.numbers() where Int(path.last ?? "") == nil && !path.contains("ratesByYear") {
            guard let range = DeskSettings.rules.range(of: path), !path.contains(where: { Int($0) != nil }) else {
                continue
            }
            for end in [range.lowerBound, range.upperBound] {
                let text = path.reversed().reduce("\(end == end.rounded() ? "\(Int(end))" : "\(end)")") {
                    "{\($1): \($0)}"
                }
                #expect(Self.faults(text) == [], "\(text)")
            }
        }
    }

    @Test("What lies at either end of its range is one that both markets can be made of")
    func markets() throws {
        var tried = 0
        for (key, range) in DeskSettings.rules.numbers where key.hasPrefix("simulation.") || key.hasPrefix("recorded.")
        {
            // Elements of lists and dictionaries are not given one by one.
            guard !key.contains("*") else { continue }
            for end in [range.lowerBound, range.upperBound] {
                let parts = key.split(separator: ".")
                let leaf = parts.count == 2 ? "  \(parts[1]): \(end)\n" : "  \(parts[1]):\n    \(parts[2]): \(end)\n"
                let whole = leaf.replacing(".0\n", with: "\n")
                #expect(Self.faults("\(parts[0]):\n\(whole)") == [], "\(key) \(end)")
                tried += 1
            }
        }
        #expect(tried > 50)
    }

    @Test(
        "Values that may each be so and cannot be together are named with the line of one of them",
        arguments: [
            (
                "# two rows for six funds\nsimulation:\n  rate: 0.05\n  ownCorrelations: [[], [0.5]]\n",
                "4: simulation.ownCorrelations has 2 rows for 6 funds; give one row for each fund after the first, with as "
                    + "many values between -1 and 1 as there are rows above it"
            ),
            (
                "simulation:\n  market: {drift: 0}\n  funds:\n"
                    + "    - {symbol: SPY, initialPrice: 450, beta: 1, ownVolatility: 0, ownElasticity: 0.5, ownDrift: 0,\n"
                    + "       dividendYield: 0.01, dividendsPerYear: 5, exDateOffset: 0, volume: 1, volumeNoise: 0.3}\n",
                "4: simulation.funds.SPY.dividendsPerYear is 5.0 but must be 4 or 12"
            ),
        ])
    func contradictions(text: String, fault: String) {
        #expect(Self.faults(text) == [fault])
    }

    @Test("Every setting that is one of some words names them")
    func words() throws {
        func texts(_ tree: Any, _ path: [String]) -> [[String]] {
            switch tree {
            case let branch as [String: Any]: branch.flatMap { texts($0.value, path + [$0.key]) }
            case is String: [path]
            default: []
            }
        }
        let paths = texts(try JSONSerialization.jsonObject(with: JSONEncoder().encode(DeskSettings())), [])
        #expect(paths.count > 5)
        for path in paths {
            let text =
                path.dropLast().map { "{\($0): " }.joined() + "{\(path[path.count - 1]): zzz}"
                + String(repeating: "}", count: path.count - 1)
            // Where another text is a fault at all, it is told what may stand there.
            for fault in Self.faults(text.hasPrefix("{") ? text : "") {
                #expect(!fault.contains("see its default"), "\(fault)")
            }
        }
        #expect(
            Self.faults("gate: {evidence: requird}") == [
                "1: 'gate.evidence' must be one of advisory, required, not 'requird'; did you mean 'required'?"
            ])
    }

    @Test(
        "A symbol is one, and one that some market has",
        arguments: [
            (
                "strategy: {primary: {universe: [SPY, SPYY]}}",
                "1: 'strategy.primary.universe' names 'SPYY', which is neither in simulation.funds nor in recorded.symbols; did you mean 'SPY'?"
            ),
            ("recorded: {symbols: [spy]}", "1: 'recorded.symbols.0' must be a symbol such as SPY, not 'spy'"),
            ("strategy: {legacy: {universe: [null]}}", "1: 'strategy.legacy.universe.0' has no value"),
            ("recorded: {symbols: []}", "1: recorded.symbols is 0.0 but must be a list of at least one symbol"),
            ("mail: {retrySeconds: [.nan]}", "1: 'mail.retrySeconds.0' must be a number, not '.nan'"),
        ])
    func symbols(text: String, fault: String) {
        #expect(Self.faults(text) == [fault])
    }

    @Test("Bytes that are no UTF-8 are refused with their line")
    func bytes() {
        let error = #expect(throws: SettingsError.self) {
            try DeskSettings.read(Array("desk:\n  share: 0.5 # ".utf8) + [0xFF, 0x0A], file: "desk.yaml")
        }
        #expect(error?.description == "desk.yaml:2: is not UTF-8 text; save the file as UTF-8")
    }

    @Test(
        "No secret stands where every mail shows it, and none is repeated in a message",
        arguments: [
            (
                "reports: {address: 'https://u:S3CRET@x/'}",
                "1: 'reports.address' must not hold a name or a password: every mail shows it"
            ),
            (
                "reports: {address: 'ftp://x/?key=S3CRET'}",
                "1: 'reports.address' must read https://HOST/ or be left empty, not 'ftp://x/'"
            ),
            (
                "mail: {server: 'http://h?pass=S3CRET'}",
                "1: 'mail.server' must read smtp://HOST:PORT or smtps://HOST:PORT, not 'http://h'"
            ),
        ])
    func secrets(text: String, fault: String) {
        #expect(Self.faults(text) == [fault])
    }

    @Test("What is to be mailed are kinds of report that some notebook makes")
    func mailed() throws {
        let kinds = ["weekly", "daily", "gate", "month"]
        try DeskSettings.read("reports: {mailed: [month, gate]}", file: "desk.yaml").checkMailed(among: kinds)
        for (word, remedy) in [("weekley", "did you mean 'weekly'?"), ("xyz", "there are: daily, gate, month, weekly")]
        {
            let settings = try DeskSettings.read("reports: {mailed: [\(word)]}", file: "desk.yaml")
            #expect(
                throws: Failure(
                    .settings, "reports.mailed: no notebook makes a report of the kind '\(word)'; \(remedy)")
            ) { try settings.checkMailed(among: kinds) }
        }
    }
}
