/// The place that a draft will have, with its neighbours: what a report says of itself and links to.
public struct Slot: Hashable, Sendable {
    /// Where it will stand.
    public let place: Place
    /// The run that it corrects; nil for a first one.
    public let supersedes: Run?
    /// The run of the same kind before it; nil where there is none.
    public let previous: Run?
}
