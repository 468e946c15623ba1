import ArgumentParser
import Console
import Foundation
import Mail
import Metrics
import Nightly
import Rollout
import Settings
import Strategy
import Testing

@Suite struct DeskOptionsTests {
    private func folder(_ settings: String?) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "desk-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("calendars"), withIntermediateDirectories: true)
        if let settings { try Data(settings.utf8).write(to: folder.appendingPathComponent("desk.yaml")) }
        return folder
    }

    @Test("Without a file the desk has the plan's settings")
    func defaults() throws {
        let options = try DeskOptions.parse(["--data", folder(nil).path])
        #expect(try options.read() == DeskSettings())
        #expect(try options.calendars().lastPathComponent == "calendars")
        #expect(DeskSettings().desk.equity == 500_000)
    }

    @Test("The file of the data folder is read, and a file that is named goes before it")
    func files() throws {
        let data = try folder("desk:\n  share: 0.25\n")
        let other = try folder("strategy:\n  blackoutHours: 48\n").appendingPathComponent("desk.yaml")
        #expect(try DeskOptions.parse(["--data", data.path]).read().desk.share == 0.25)
        let named = try DeskOptions.parse(["--data", data.path, "--settings", other.path]).read()
        #expect(named.desk.share == 0.5 && named.strategy.blackoutHours == 48)
    }

    @Test("Faults of the file end with status 78, a missing file with 66")
    func faults() throws {
        let data = try folder("strategy:\n  blackoutHour: 48\n")
        let wrong = #expect(throws: Failure.self) { try DeskOptions.parse(["--data", data.path]).read() }
        #expect(wrong?.status == .settings)
        #expect(
            wrong?.description
                == "\(data.path)/desk.yaml:2: unknown key 'strategy.blackoutHour'; did you mean 'blackoutHours'?")
        let absent = #expect(throws: Failure.self) { try DeskOptions.parse(["--settings", "/nowhere/x.yaml"]).read() }
        #expect(absent?.status == .noInput)
        mkfifo("\(data.path)/pipe.yaml", 0o600)
        let pipe = #expect(throws: Failure.self) {
            try DeskOptions.parse(["--settings", "\(data.path)/pipe.yaml"]).read()
        }
        #expect(
            pipe
                == Failure(
                    .noInput,
                    "\(data.path)/pipe.yaml: the settings cannot be read: it is a pipe, and only a regular file is read here"
                ))
        // A link that leads nowhere is not taken for no settings.
        try FileManager.default.removeItem(atPath: "\(data.path)/desk.yaml")
        try FileManager.default.createSymbolicLink(atPath: "\(data.path)/desk.yaml", withDestinationPath: "none.yaml")
        let nowhere = #expect(throws: Failure.self) { try DeskOptions.parse(["--data", data.path]).read() }
        #expect(
            nowhere?.description == "\(data.path)/desk.yaml: the settings cannot be read: there is no such file")
        let empty = #expect(throws: Failure.self) { try DeskOptions.folder("data", holding: "x", given: data.path) }
        #expect(empty?.description == "\(data.path): there is no 'x' in it; name another folder by --data")
    }

    @Test("A folder that nobody named is looked for from the working directory and the program, and may not be there")
    func notNamed() {
        let failure = #expect(throws: Failure.self) {
            try DeskOptions.folder("data", holding: "no-such-mark", given: nil)
        }
        #expect(failure?.status == .noInput)
    }

    @Test("Every default of the desk can be written as YAML and read back the same")
    func wholeFile() throws {
        let json = try JSONEncoder().encode(DeskSettings())
        // JSON is YAML.
        let read = try SettingsReader.read(
            String(decoding: json, as: UTF8.self), file: "desk.yaml", defaults: DeskSettings())
        #expect(read == DeskSettings())
    }

    @Test("The gate has a section of its own, and what it cannot work with is named")
    func gate() throws {
        let text = """
            gate:
              evidence: required
              claim: no-harm
              dwell: { at25: 10 }
            """
        let gate = try SettingsReader.read(text, file: "desk.yaml", defaults: DeskSettings()).gate
        #expect(gate.evidence == .required && gate.claim == .noHarm)
        #expect(gate.dwell.at25 == 10 && gate.dwell.at10 == 3)
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read("gate:\n  margin: -1\n", file: "desk.yaml", defaults: DeskSettings())
        }
        #expect(error?.description == "desk.yaml:2: 'gate.margin' cannot be '-1'; see its default")
    }

    @Test("The version of the rules moves with gate, strategy and program, and with nothing else")
    func ruleVersion() {
        let desk = DeskSettings()
        var others = [DeskSettings](repeating: desk, count: 3)
        others[0].gate.margin = 0.02
        others[1].strategy.blackoutHours = 48
        others[2].desk.equity = 1
        let versions = others.map { $0.ruleVersion(program: "1") }
        #expect(Set(versions + [desk.ruleVersion(program: "1"), desk.ruleVersion(program: "2")]).count == 4)
        #expect(versions[2] == desk.ruleVersion(program: "1"))
    }

    @Test(
        "What becomes of reports and how mail goes out have sections of their own, and faults in them have their lines")
    func reportsAndMail() throws {
        let text = """
            reports:
              origin: example.com/desk
              mailed: [weekly, gate]
              mailDays: 3
            mail:
              server: smtp://mail.example.com:587
              recipients: [ada@example.com]
              retrySeconds: [60, 600]
            """
        let desk = try SettingsReader.read(text, file: "desk.yaml", defaults: DeskSettings())
        #expect(desk.reports.origin == "example.com/desk" && desk.reports.mailed == ["weekly", "gate"])
        #expect(desk.reports.mailDays == 3 && desk.reports.address == "")
        #expect(desk.mail.server == "smtp://mail.example.com:587" && desk.mail.recipients == ["ada@example.com"])
        #expect(desk.mail.retrySeconds == [60, 600] && desk.mail.attempts == 10)
        let error = #expect(throws: SettingsError.self) {
            try SettingsReader.read(
                "mail:\n  password: x\n  attempts: many\n", file: "desk.yaml", defaults: DeskSettings())
        }
        let lines = error?.description.split(separator: "\n") ?? []
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("desk.yaml:2: unknown key 'mail.password'") == true)
        #expect(lines.last?.hasPrefix("desk.yaml:3: 'mail.attempts'") == true)
    }

    @Test("A report's digest of the settings moves with everything but what becomes of the report")
    func reportDigest() {
        let desk = DeskSettings()
        var others = [DeskSettings](repeating: desk, count: 6)
        others[0].gate.margin = 0.02
        others[1].strategy.blackoutHours = 48
        others[2].review.riskFreeRate = 0.05
        others[3].desk.equity = 1
        others[4].mail.recipients = ["ada@example.com"]
        others[5].reports.address = "https://reports.example.com/"
        let digests = others.map(\.reportDigest)
        #expect(Set(digests.prefix(4) + [desk.reportDigest]).count == 5)
        #expect(digests[4] == desk.reportDigest && digests[5] == desk.reportDigest)
        #expect(desk.reportDigest.count == 64)
    }

    @Test("The checklist's limits are those of strategy and review")
    func limits() {
        var desk = DeskSettings()
        let before = desk.checklistLimits
        #expect(before.blackoutHours == 24)
        desk.strategy.blackoutHours = 48
        #expect(desk.checklistLimits.blackoutHours == 48 && desk.checklistLimits != before)
    }
}
