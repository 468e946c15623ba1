package import Notebooks

extension Verdict {
    /// The class by which a verdict is coloured; its sign and its word always stand beside the colour.
    var kind: String {
        switch self {
        case .met, .pass: "good"
        case .missed, .fail: "bad"
        case .warn, .tooEarly, .open, .unknown: "open"
        }
    }

    /// Sign and word in the verdict's colour; the sign is not read out, because the word says it.
    package var html: String {
        "<span class=\"verdict \(kind)\"><span aria-hidden=\"true\">\(sign)</span> \(rawValue)</span>"
    }
}
