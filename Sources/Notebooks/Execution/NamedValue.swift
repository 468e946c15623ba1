internal import Metrics

/// A value that prose, titles and SQL can name.
struct NamedValue: Hashable {
    let name: String
    let value: Value
    /// How it is shown where nothing else is said.
    let format: ValueFormat
}
