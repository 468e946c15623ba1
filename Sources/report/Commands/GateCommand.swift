import ArgumentParser

/// `report gate`: which share of the capital MULTIBOOK may have, and what people decide beside it.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Decide which share of the capital MULTIBOOK may have, once for a session.",
        discussion: """
            The rules, the evidence and what it can claim: docs/gate.md. Its options, such as --as-of, --dry-run and --json: \
            report gate decide --help.

            Exit status: 0 PROMOTE, 10 HOLD, 20 ROLL BACK, 64 and above as for every command.
            """,
        subcommands: [
            GateDecideCommand.self, GateOverrideCommand.self, GateHaltCommand.self, GateReleaseCommand.self,
        ],
        defaultSubcommand: GateDecideCommand.self)
}
