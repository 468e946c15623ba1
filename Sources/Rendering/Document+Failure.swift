internal import Notebooks

extension Document {
    /// What a reader of a failed report must know first.
    var failureSentence: String {
        let count = failures.count
        return "\(count == 1 ? "One cell" : "\(count) cells") of this report could not be computed; "
            + "what depends on \(count == 1 ? "it" : "them") is missing. Do not act on this report."
    }
}
