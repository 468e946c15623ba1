public import Notebooks

/// The notebooks of a night.
public struct NightNotebooks: Sendable {
    /// The checklist of a session's end.
    public let daily: Template
    /// The gate's page.
    public let gate: Template
    /// The weekly review.
    public let weekly: Template

    /// The shipped notebooks out of a folder of templates.
    /// - Throws: `TemplateCatalogue.LoadError` where one is missing, `NotebookError` where one cannot be run.
    public init(_ catalogue: TemplateCatalogue) throws {
        func template(_ name: String) throws -> Template {
            let template = try catalogue.template(named: name)
            guard template.faults.isEmpty else { throw NotebookError.faultyTemplate(template.faults) }
            return template
        }
        daily = try template("daily-checklist")
        gate = try template("gate-decision")
        weekly = try template("weekly-review")
    }
}
