extension Stylesheet {
    /// Tables of data, in boxes that scroll by themselves.
    static let tables = """
        .table,.chart{position:relative;margin:1.7rem 0}
        .scroll,.plot{overflow-x:auto;overscroll-behavior-x:contain}
        .scroll{background:linear-gradient(90deg,transparent,var(--paper) 50%) 100% 0/2.5rem 100% no-repeat local,\
        linear-gradient(90deg,transparent,var(--edge)) 100% 0/.9rem 100% no-repeat}
        .tall{overflow-y:auto;max-height:38rem}
        table{border-collapse:separate;border-spacing:0;font-size:.86rem;line-height:1.35;\
        font-variant-numeric:tabular-nums lining-nums}
        .table .data{width:100%}
        .table .data:not(:has(thead th:nth-child(6))){width:min(100%,46rem)}
        .table .data:not(:has(thead th:nth-child(4))){width:min(100%,30rem)}
        caption{font-weight:700;font-size:.93rem;text-align:left;padding:0 0 .4rem}
        th,td{padding:.32rem .7rem;vertical-align:top;font-weight:400;white-space:nowrap;text-align:left;\
        border-bottom:1px solid var(--line)}
        tr>:first-child{padding-left:.15rem}
        tr>:last-child{padding-right:.15rem}
        .n,.data td,.data thead th{text-align:right}
        .data thead th:first-child,.data .t,.data .d{text-align:left}
        .data thead th.n:first-child{text-align:right}
        thead th{font-size:.78rem;font-weight:700;color:var(--soft);vertical-align:bottom;white-space:normal;\
        border-top:1px solid var(--ink);border-bottom-color:var(--ink)}
        tbody tr:last-child>*{border-bottom-color:var(--rule)}
        tbody tr:hover{background:var(--wash)}
        tfoot>tr>*{font-weight:700;border-bottom:3px double var(--rule)}
        .prose table{font-family:var(--sans)}
        .prose td,.prose th{white-space:normal}
        .prose [align=right]{text-align:right}
        .prose [align=center]{text-align:center}
        .data tr>:first-child{position:sticky;left:0;background:var(--paper)}
        .data tbody tr:hover th{background:var(--wash)}
        .tall thead th{position:sticky;top:0;background:var(--paper);z-index:1}
        .tall thead th:first-child{z-index:2}
        .tall tfoot>tr>*{position:sticky;bottom:0;background:var(--paper)}
        .long{white-space:normal;min-width:15rem;max-width:34rem;overflow-wrap:anywhere}
        td.u{color:var(--soft);font-size:.92em;white-space:normal;min-width:5.8rem}
        .neg{color:var(--bad)}
        td.good,td.bad,td.warn,th.good,th.bad,th.warn{font-weight:700}
        td.good,.data tbody th.good{color:var(--good)}
        td.bad,.data tbody th.bad{color:var(--bad)}
        td.warn,.data tbody th.warn{color:var(--warn)}
        .data .good::before,.data .bad::before,.data .warn::before{font-size:.6em;vertical-align:.18em;margin-right:.45em}
        .data .good::before{content:"▲" / "good"}
        .data .bad::before{content:"▼" / "bad"}
        .data .warn::before{content:"◆" / "watch"}
        thead button{all:unset;box-sizing:border-box;cursor:pointer;min-height:1.5rem;display:inline-flex;\
        align-items:flex-end;text-align:inherit}
        thead button:hover{color:var(--accent)}
        thead button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        [aria-sort] button::after{font-size:.8em;margin-left:.3em}
        [aria-sort=ascending] button::after{content:"▲" / ""}
        [aria-sort=descending] button::after{content:"▼" / ""}
        @media(max-width:48rem){
        .long{min-width:9rem}
        }
        """
}
