extension Stylesheet {
    /// Checks and changes: tables that become lists of cards where there is no room for columns.
    static let checks = """
        .checks{position:relative;margin:1.7rem 0}
        .counts{float:right;font-size:.82rem;font-weight:400;color:var(--soft)}
        .cards{width:100%}
        .cards td,.cards th{padding:.42rem .7rem;white-space:normal;text-align:left;vertical-align:baseline}
        .cards tbody th{font-weight:600}
        .cards tr>:first-child{padding-left:0}
        .cards td.n,.cards th.n{text-align:right;white-space:nowrap}
        .cards tbody tr{position:relative}
        .cards .is{white-space:nowrap}
        .cards .limit{white-space:nowrap;color:var(--soft)}
        .cards .evidence{color:var(--soft);overflow-wrap:anywhere}
        .cards .is .verdict{display:inline-block;min-width:5.6rem;padding:.05rem .6rem;border-radius:.2rem}
        .cards .verdict.good{background:var(--goodwash)}
        .cards .verdict.bad{background:var(--bad);color:var(--paper)}
        .cards .verdict.open{background:var(--warnwash)}
        .changes .cards td,.changes .cards th{font-size:.87rem;padding:.25rem .8rem .25rem 0}
        .changes .cards thead th{border-top:0;border-color:var(--rule)}
        tr:target{background:var(--warnwash)}
        @media(max-width:48rem){
        .counts{float:none;display:block}
        .cards,.cards tbody{display:block}
        .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .cards caption{display:block}
        .cards tbody tr{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:.1rem .7rem;padding:.55rem 0;\
        align-items:baseline;border-bottom:1px solid var(--line)}
        .cards tbody th,.cards tbody td,.changes .cards th,.changes .cards td{padding:0;border:0}
        .cards td:empty{display:none}
        .cards .limit,.cards .evidence{grid-column:1/-1;font-size:.85rem;white-space:normal}
        .cards .limit::before{content:"limit "}
        .changes .cards tbody tr{grid-template-columns:auto minmax(0,1fr)}
        .changes .cards .kind{grid-column:2;grid-row:1;text-align:right;font-size:.78rem}
        .changes .cards tbody th{grid-column:1;grid-row:1}
        .changes .cards .before,.changes .cards .now{grid-row:2}
        }
        """
}
