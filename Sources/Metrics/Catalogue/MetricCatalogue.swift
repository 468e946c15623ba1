/// What this room computes, by the review that it belongs to.
public enum MetricCatalogue {
    /// Every dataset of the weekly review, in the order of ``WeeklyReview/datasets``.
    public static var datasets: [DatasetDefinition] {
        TradeDimension.allCases.map { $0.definition() }
            + TradeDimension.allCases.map {
                $0.definition(suffix: Breakdown.toDateSuffix, span: Breakdown.toDateSpan)
            }
            + [
                Performance.definition, WindowTally.definition, Drawdown.definition, KPI.definition,
                StrategyComparison.definition, WeekTheta.definition, ThetaLedger.definition, Reconciliation.definition,
                TierCalibration.definition, OpenPosition.definition, WorstPlausible.definition, Exposure.definition,
                Activity.definition, Activity.refusalsDefinition, CreditToWidth.definition, Restatement.definition,
            ]
    }

    /// The weekly review.
    public static var weekly: Catalogue {
        Catalogue(
            title: "The weekly review",
            summary:
                "There for every notebook with a week. Each `pnl_by_…` has a twin with the suffix `_to_date`: the same "
                + "columns over all trades closed since inception.",
            scalars: scalars, datasets: datasets)
    }

    /// A session's end.
    public static var session: Catalogue {
        Catalogue(
            title: "The session", summary: "There for every notebook: the session that the as-of date ends with.",
            scalars: SessionReview.scalarDefinitions, datasets: SessionReview.definitions)
    }

    /// The tear sheet of a span.
    public static var tearSheet: Catalogue {
        Catalogue(
            title: "The tear sheet",
            summary:
                "There for every notebook: the whole history up to the as-of date. What the weekly review says since "
                + "inception is not said again.",
            scalars: TearSheet.scalarDefinitions, datasets: TearSheet.definitions)
    }

    /// Production readiness.
    public static var readiness: Catalogue {
        Catalogue(
            title: "Production readiness",
            summary: "There for every notebook: whether the desk is ready for all of its capital on the as-of date.",
            scalars: Readiness.scalarDefinitions, datasets: [Readiness.definition])
    }

    /// All of it, in the order of the dictionary.
    public static var sections: [Catalogue] { [weekly, session, tearSheet, readiness] }
}
