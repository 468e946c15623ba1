extension Stylesheet {
    /// Big numbers with their trends, targets and verdicts.
    static let figures = """
        .figures{position:relative;margin:1.7rem 0}
        .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:1.1rem 1.5rem;margin:0}
        .tile{border-top:2px solid var(--rule);padding-top:.45rem}
        .tile.good{border-color:var(--good)}
        .tile.bad{border-color:var(--bad)}
        .tile.open{border-color:var(--warn)}
        .tile dt{font-size:.82rem;color:var(--soft);line-height:1.3}
        .tile dd{margin:0}
        .big{font-size:1.7rem;line-height:1.25;font-weight:500;letter-spacing:-.02em;\
        font-variant-numeric:tabular-nums;white-space:nowrap}
        .big.u{color:var(--soft)}
        .big small{font-size:.82rem;letter-spacing:0;white-space:normal}
        .path{margin:.15rem 0 .1rem}
        .trend{display:block;width:8.25rem;height:1.625rem;max-width:100%}
        .against{display:flex;flex-wrap:wrap;gap:.1rem .5rem;align-items:baseline;font-size:.82rem;margin-top:.1rem}
        .target{color:var(--soft)}
        .target::before{content:"target "}
        .verdict{font-weight:700;white-space:nowrap}
        .verdict.good{color:var(--good)}
        .verdict.bad{color:var(--bad)}
        .verdict.open{color:var(--warn)}
        .tile .note{margin-top:.2rem;font-size:.78rem;line-height:1.35}
        @media(max-width:48rem){
        .tiles{grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:1rem 1.2rem}
        .big{font-size:1.5rem}
        }
        """
}
