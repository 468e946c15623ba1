/// A word of a template, with its place.
struct Word: Hashable, Sendable {
    let text: String
    let place: Place
}

/// A thing said of a column, or of whatever else has a name.
struct Named<Content: Hashable & Sendable>: Hashable, Sendable {
    let name: Word
    let content: Content
}
