public import Dates

/// A report about to be published: everything that its manifest says but what the archive itself finds out.
public struct Draft: Hashable, Sendable {
    /// The kind of report, as in `weekly`.
    public var kind: String
    /// What it is about.
    public var period: Period
    /// The date that it takes for today.
    public var asOf: Day
    /// Why it is made anew; required where a run of this kind and period is in the archive.
    public var reason: String?
    /// The program that makes it.
    public var program: Manifest.Program
    /// The digest of the desk's settings.
    public var settings: String
    /// The template and its partials.
    public var templates: [Manifest.Digested]
    /// Every parameter.
    public var parameters: [Manifest.Parameter]
    /// What is read. Whatever the report shows comes from here or from the settings, the template, the parameters and
    /// the program: the cells of an earlier run that it compares with are an input too.
    public var inputs: [Manifest.Input]
    /// What it comes to.
    public var outcome: Outcome
    /// Facts of the head, as label and text.
    public var facts: [Manifest.Fact]
    /// What a reader must look at, a sentence each.
    public var warnings: [String]
    /// When the work began.
    public var started: Instant
    /// The machine.
    public var host: String
    /// The user.
    public var user: String
    /// The command line.
    public var command: String

    /// A report about to be published.
    public init(
        kind: String, period: Period, asOf: Day, reason: String? = nil, program: Manifest.Program, settings: String,
        templates: [Manifest.Digested], parameters: [Manifest.Parameter] = [], inputs: [Manifest.Input],
        outcome: Outcome, facts: [Manifest.Fact] = [], warnings: [String] = [], started: Instant, host: String = "",
        user: String = "", command: String = ""
    ) {
        self.kind = kind
        self.period = period
        self.asOf = asOf
        self.reason = reason
        self.program = program
        self.settings = settings
        self.templates = templates
        self.parameters = parameters
        self.inputs = inputs
        self.outcome = outcome
        self.facts = facts
        self.warnings = warnings
        self.started = started
        self.host = host
        self.user = user
        self.command = command
    }

    /// The digest over everything that the report depends on, which pages, workbooks and mails show: SHA-256 of the canonical
    /// JSON of kind, period, as-of date, program, settings, templates, parameters and inputs, each list by name. Not in it:
    /// the revision and its reason, counts and sums beside the inputs' digests, whether a parameter was asked for, and
    /// where and when the report is made. Equal ids mean equal reports.
    public var inputID: String {
        InputID.digest(
            kind: kind, period: period, asOf: asOf, program: program, settings: settings, templates: templates,
            parameters: parameters, inputs: inputs)
    }
}
