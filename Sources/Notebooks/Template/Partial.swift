/// What there is for the name of a partial that a template includes.
public enum Partial: Hashable, Sendable {
    /// Its text, with the file that faults in it carry.
    case text(String, file: String)
    /// There is none of the name, but these.
    case missing(names: [String])
    /// It must not be read, for a reason such as `it lies outside the folder of templates`.
    case refused(reason: String)
}
