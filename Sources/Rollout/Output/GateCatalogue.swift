public import Metrics

/// What this room computes: the dictionary's part of the gate.
public enum GateCatalogue {
    /// Every dataset, in the order of ``GateReport/datasets``.
    public static var datasets: [DatasetDefinition] {
        [
            GateReport.checksDefinition, GateReport.evidenceDefinition, GateReport.historyDefinition,
            GateReport.stagesDefinition,
        ]
    }

    /// Datasets and scalars of a night's decision. The weekly review has one of the scalars too, and defines it.
    public static var gate: Catalogue {
        let known = Set(MetricCatalogue.scalars.map(\.name))
        return Catalogue(
            title: "The rollout gate",
            summary:
                "There for every notebook: the newest decision on record up to the as-of date. Without one the tables have no "
                + "rows. `gate_decision` is of the same decision, but in a weekly review of the week's last.",
            scalars: GateReport.scalarDefinitions.filter { !known.contains($0.name) }, datasets: datasets)
    }

    /// What there is before the first decision: tables without rows, and scalars that are not recorded.
    public static var nothing: (scalars: [Scalar], datasets: [Dataset]) {
        (
            GateReport.scalarDefinitions.map { Scalar($0.name, $0.unit, .undefined(.notRecorded)) },
            datasets.map { $0.dataset([]) }
        )
    }
}
