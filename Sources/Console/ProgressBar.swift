/// One line that says how far long work has come, drawn over itself on a terminal and silent elsewhere.
public struct ProgressBar: Sendable {
    private let label: String
    private let total: Int
    private let terminal: Terminal
    private let write: @Sendable (String) -> Void
    private var shown = -1

    /// A bar for `total` steps, written by `write` as pieces of text.
    public init(_ label: String, total: Int, terminal: Terminal, write: @escaping @Sendable (String) -> Void) {
        self.label = label
        self.total = total
        self.terminal = terminal
        self.write = write
    }

    /// Shows that `done` steps are done; draws only when the whole per cent changes.
    public mutating func advance(to done: Int, detail: String = "") {
        guard terminal.isInteractive, total > 0 else { return }
        let percent = min(max(done * 100 / total, 0), 100)
        guard percent != shown else { return }
        shown = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let number = String(repeating: " ", count: 3 - String(percent).count) + String(percent)
        write("\r\(label) \(terminal.dim(bar)) \(number) %  \(detail)\u{1B}[K")
    }

    /// Takes the line away.
    public func finish() {
        if terminal.isInteractive, shown >= 0 { write("\r\u{1B}[K") }
    }
}
