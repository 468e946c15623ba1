internal import Archive
internal import Metrics
internal import Ledger
public import Notebooks
internal import Rendering
internal import Rollout

extension Outcome {
    /// What a report comes to: its first heading, its gravest verdict, and the gate's decision where it speaks of it.
    init(of made: MadeReport, named names: MentionedNames) {
        let document = made.document
        let checks = document.blocks.flatMap { block -> [Verdict] in
            if case .checks(let checks) = block { checks.rows.map(\.verdict) } else { [] }
        }
        let targets = document.blocks.flatMap { block -> [Verdict] in
            if case .figures(let figures) = block { figures.items.compactMap(\.verdict) } else { [] }
        }
        let speaksOfGate = !names.scalars.isDisjoint(with: GateCatalogue.gate.names.union(["gate_decision"]))
        self.init(
            title: document.title, headline: document.headline,
            decision: speaksOfGate ? made.gate?.decision.decision.rawValue : nil,
            verdict: (checks.isEmpty ? targets : checks).min { $0.urgency < $1.urgency }?.rawValue,
            share: made.gate?.inForce.share, failed: checks.count { $0 == .fail },
            unknown: checks.count { $0 == .unknown })
    }
}

extension Document {
    /// The first heading without what the title says already: `Gain, 4 of 5 KPIs missed`.
    var headline: String {
        let heading = blocks.lazy.compactMap { block -> String? in
            if case .heading(_, let text, _) = block { text } else { nil }
        }.first
        guard let heading else { return "" }
        return heading.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? heading
    }

    /// The first paragraph below the first heading in plain words; nil where something else comes first.
    public var lead: String? {
        let below = blocks.drop { if case .heading = $0 { false } else { true } }.dropFirst()
        guard case .prose(let markdown, _) = below.first else { return nil }
        return PlainProse.paragraphs(markdown).first
    }

    /// What a reader must know before anything else.
    func facts(gate: GateReport?) -> [Parameter] {
        guard let gate else { return facts }
        let share = gate.inForce.share.map { ValueFormat.percent.text(.number($0)) }
        return facts + [Parameter(name: "Gate", text: gate.decision.summary)]
            + (share.map { [Parameter(name: "In force", text: $0)] } ?? [])
    }
}
