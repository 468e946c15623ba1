import ArgumentParser
import Foundation
import Synchronization
import Testing

@testable import Console

@Suite struct TerminalTests {
    @Test("Colours are put around a text only where they are seen")
    func styles() {
        let styled = Terminal(isStyled: true, isInteractive: true)
        let plain = Terminal(isStyled: false, isInteractive: false)
        #expect(styled.bold("a") == "\u{1B}[1ma\u{1B}[0m" && plain.bold("a") == "a")
        #expect([styled.red("r"), styled.green("g"), styled.yellow("y"), styled.dim("d")].allSatisfy { $0.count > 1 })
        #expect([plain.red("r"), plain.green("g"), plain.yellow("y"), plain.dim("d")].joined() == "rgyd")
    }

    @Test(
        "What comes from elsewhere can neither colour the screen beyond these nor draw over it",
        arguments: [
            ("plain, été ✓\n", "plain, été ✓\n"), ("\u{1B}[31mred\u{1B}[0m", "\u{1B}[31mred\u{1B}[0m"),
            ("\u{1B}[2J\u{1B}[H", "\\u{1B}[2J\\u{1B}[H"), ("\u{1B}[8mhidden", "\\u{1B}[8mhidden"),
            ("a\rb\u{8}c\u{9B}31m", "a\\rb\\u{8}c\\u{9B}31m"), ("a\u{202E}b\u{0}", "a\\u{202E}b\\u{0}"),
            ("\u{1B}", "\\u{1B}"), ("\u{1B}[31", "\\u{1B}[31"),
        ])
    func harmless(text: String, shown: String) {
        #expect(Terminal.harmless(text) == shown)
    }

    @Test("JSON keeps its values, with escapes for what a terminal would obey")
    func json() {
        #expect(Terminal.harmless(json: #"{"a": "é✓"}"#) == #"{"a": "é✓"}"#)
        #expect(Terminal.harmless(json: "{\"a\": \"x\u{202E}y\u{E0001}\"}") == #"{"a": "x\u202ey\udb40\udc01"}"#)
    }

    @Test("No argument holds what a terminal would obey, nor a line break")
    func arguments() {
        #expect(NoCommand.fault(in: ["weekly", "--week", "2026-W31", "Ünïcode ✓"]) == nil)
        #expect(
            NoCommand.fault(in: ["diff", "\u{1B}[31m"])
                == "argument 2, '\\u{1B}[31m', has a character that cannot be seen; write it without")
        #expect(NoCommand.fault(in: ["a\nb"])?.hasPrefix("argument 1, 'a\\nb'") == true)
        #expect(
            NoCommand.fault(in: ["signoff", "--person", "Ada\nExample"])
                == "argument 3, after --person, 'Ada\\nExample', has a character that cannot be seen; write it without")
    }

    private struct NoCommand: ParsableCommand {}

    @Test("A dumb terminal and NO_COLOR leave the text alone")
    func environment() {
        #expect(!Terminal.standardOutput(environment: ["TERM": "dumb"]).isInteractive)
        #expect(!Terminal.standardError(environment: ["NO_COLOR": "1"]).isStyled)
    }
}

@Suite struct ProgressBarTests {
    private final class Log: Sendable {
        let text = Mutex("")
        func write(_ piece: String) { text.withLock { $0 += piece } }
    }

    @Test("The bar is drawn once a per cent and taken away at the end")
    func drawn() {
        let log = Log()
        var bar = ProgressBar("Days", total: 200, terminal: Terminal(isStyled: false, isInteractive: true)) {
            log.write($0)
        }
        for done in 0...200 { bar.advance(to: done, detail: "d") }
        bar.finish()
        let text = log.text.withLock { $0 }
        #expect(text.split(separator: "\r").count == 102)
        #expect(
            text.contains("\rDays \(String(repeating: "█", count: 15))\(String(repeating: "░", count: 15))  50 %  d"))
        #expect(text.hasSuffix("\r\u{1B}[K"))
    }

    @Test("Nothing is drawn where nobody watches, or where there is nothing to do")
    func silent() {
        let log = Log()
        var away = ProgressBar("Days", total: 5, terminal: Terminal(isStyled: false, isInteractive: false)) {
            log.write($0)
        }
        away.advance(to: 3)
        away.finish()
        var empty = ProgressBar("Days", total: 0, terminal: Terminal(isStyled: false, isInteractive: true)) {
            log.write($0)
        }
        empty.advance(to: 0)
        empty.finish()
        #expect(log.text.withLock { $0 }.isEmpty)
    }
}

@Suite struct TextTableTests {
    @Test("Columns are aligned by what is seen, without blanks at the ends")
    func aligned() {
        let styled = Terminal(isStyled: true, isInteractive: true)
        var table = TextTable([.left, .right, .left])
        table.add("win rate", "61.5%", "missed")
        table.add(styled.red("P&L"), "-$1,204.00", "")
        table.add("n")
        #expect(table.text == "win rate       61.5%  missed\n\u{1B}[31mP&L\u{1B}[0m       -$1,204.00\nn")
    }
}

@Suite struct ProjectFilesTests {
    @Test("A folder is found in the working directory, then above the program, else the error names both")
    func found() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "files-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: root) }
        let program = root.appendingPathComponent(".build/release/report")
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("data/calendars"), withIntermediateDirectories: true)
        let elsewhere = root.appendingPathComponent("elsewhere")
        for place in [root, elsewhere] {
            let folder = try ProjectFiles.folder(
                "data", holding: "calendars", workingDirectory: place, executable: program)
            #expect(folder.path == root.appendingPathComponent("data").path)
        }
        let failure = #expect(throws: Failure.self) {
            try ProjectFiles.folder("data", holding: "nothing", workingDirectory: elsewhere, executable: program)
        }
        #expect(failure?.status == .noInput)
        #expect(failure?.description.contains("no folder 'data' with 'nothing' in \(elsewhere.path)") == true)
    }
}
