public import Metrics
internal import Rollout

/// Everything that a notebook can name: what `report datasets` lists and `docs/dictionary.md` prints.
public enum DataDictionary {
    /// Computed figures by the review that they belong to, then the history.
    public static var sections: [Catalogue] { computed + [HistoryDictionary.catalogue] }

    /// Of it, what is computed: everything but the history's own views.
    static var computed: [Catalogue] { MetricCatalogue.sections + [GateCatalogue.gate] }

    /// Every table by its name: computed datasets and views.
    public static var datasets: [DatasetDefinition] { sections.flatMap(\.datasets) }

    /// Every single figure.
    public static var scalars: [ScalarDefinition] { sections.flatMap(\.scalars) }

    /// The dictionary as a page.
    public static var markdown: String {
        let head = """
            # Dictionary

            Every dataset, view and scalar that a notebook can name, with units and meanings: the names are an interface. This \
            page is what `report datasets --markdown` prints; a test holds it to the code. Formulas and sources stand in \
            [metrics.md](metrics.md), tables and rules of import in [history.md](history.md).


            """
        return head + sections.map(\.markdown).joined(separator: "\n")
    }
}
