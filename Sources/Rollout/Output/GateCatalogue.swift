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

    /// Datasets and scalars of a night's decision.
    public static var gate: Catalogue {
        Catalogue(
            title: "The rollout gate", summary: "There for every notebook of a session on which the gate decided.",
            scalars: GateReport.scalarDefinitions, datasets: datasets)
    }
}
