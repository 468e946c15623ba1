internal import Archive
internal import Mail
internal import Notebooks
internal import Publishing

extension ReportSummary {
    /// What a mail says of a published report, from what it showed.
    /// - Parameters:
    ///   - log: the size and the head of the archive's log.
    ///   - address: the archive's address for readers, ending with a slash; empty for a path in the archive.
    init(of run: Run, showing document: Document, log: (size: Int, head: String), address: String) {
        // The mail puts the period behind the title, which mostly ends with it.
        let period = " \(run.place.period)"
        let title = document.title.hasSuffix(period) ? String(document.title.dropLast(period.count)) : document.title
        self.init(
            title: title, label: run.place.kind.prefix(1).uppercased() + run.place.kind.dropFirst(),
            period: run.place.period.description + (run.place.revision > 1 ? " r\(run.place.revision)" : ""),
            inputID: run.inputID)
        decision = document.facts.first { $0.name == "Gate" }?.text ?? run.outcome.headline
        headline = run.outcome.headline == decision ? nil : run.outcome.headline
        lead = document.lead
        figures =
            document.blocks.lazy.compactMap { block -> [Figure]? in
                guard case .figures(let figures) = block else { return nil }
                return figures.items.map { item in
                    Figure(
                        label: item.label, text: item.format.text(item.value), verdict: item.verdict.map(Verdict.init))
                }
            }.first ?? []
        failedChecks = document.blocks.flatMap { block -> [FailedCheck] in
            guard case .checks(let checks) = block else { return [] }
            return checks.rows.filter { $0.verdict == .fail || $0.verdict == .unknown }.map { row in
                FailedCheck(
                    title: row.title,
                    detail: [row.format.text(row.value), row.limit, row.evidence].filter { !$0.isEmpty }
                        .joined(separator: ", "))
            }
        }
        if let reason = run.reason { notice = "Revision \(run.place.revision). \(reason)" }
        if let synthetic = document.syntheticNotice {
            notice = [notice, "Synthetic prices. \(synthetic)"].compactMap(\.self).joined(separator: "\n")
        }
        page = "\(address)\(run.place.path)/index.html"
        self.witness = Witness(size: log.size, head: log.head)
    }
}

extension ReportSummary.Verdict {
    init(_ verdict: Notebooks.Verdict) {
        let tone: Tone =
            switch verdict {
            case .met, .pass: .good
            case .missed, .fail: .bad
            case .warn, .tooEarly, .open, .unknown: .open
            }
        self.init(verdict.rawValue, tone)
    }
}
