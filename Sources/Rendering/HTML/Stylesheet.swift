/// The one style sheet of every page.
///
/// Dense and calm: system fonts only, a serif for titles, tabular digits, hairlines instead of boxes, colour only
/// for meaning and never alone. Light and dark after the reader's own setting; paper is white.
package enum Stylesheet {
    /// The digest that the page's content-security policy allows: SHA-256 of ``text`` in base 64. A test computes it
    /// anew, so that a change of the sheet cannot be forgotten here.
    static let digest = "sha256-ZIHGUzs6jT8fwPCZOLZO6QHlLFLECkJPdfU8mwQHGRk="

    /// The rules.
    package static let text = """
        :root{color-scheme:light dark;\(ChartStyle.light);\(lightSurfaces)}
        @media(prefers-color-scheme:dark){:root{\(ChartStyle.dark);\(darkSurfaces)}}
        \(frame)
        \(figures)
        \(tables)
        \(ChartStyle.rules)
        \(charts)
        \(print)
        """

    private static let lightSurfaces = """
        --wash:#f5f7f9;--accent:#1c5d99;--goodwash:#e8f4ee;--badwash:#fcecea;--warnwash:#fdf4e1
        """
    private static let darkSurfaces = """
        --wash:#1a212a;--accent:#7fbdf5;--goodwash:#15302a;--badwash:#3a1f20;--warnwash:#332a17
        """

    private static let frame = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 "Helvetica Neue",Helvetica,Arial,\
        "Liberation Sans",sans-serif}
        .page{max-width:62rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-100vw;top:0;padding:.6rem 1rem;background:var(--ink);color:var(--paper)}
        .skip:focus{left:0;z-index:1}
        .masthead{border-bottom:2px solid var(--ink);padding-bottom:1.1rem;margin-bottom:1.5rem}
        .eyebrow{margin:0;font-size:.8rem;color:var(--soft)}
        .eyebrow span+span::before{content:"·";margin:0 .5em}
        .eyebrow span:first-child{text-transform:uppercase;letter-spacing:.09em;font-weight:700;color:var(--accent)}
        h1,h2,h3{font-family:"Iowan Old Style","Palatino Linotype",Palatino,P052,"URW Palladio L",Georgia,serif;\
        text-wrap:balance;line-height:1.2;font-weight:600}
        h1{font-size:2.35rem;letter-spacing:-.015em;margin:.35rem 0 0}
        h2{font-size:1.6rem;letter-spacing:-.01em;margin:2.4rem 0 .7rem}
        h3{font-size:1.25rem;margin:2.4rem 0 .7rem;padding-top:.8rem;border-top:1px solid var(--rule)}
        h4,h5,h6{font-size:1rem;margin:1.6rem 0 .4rem}
        main>h2:first-child{margin-top:0}
        .link{margin-left:.4em;text-decoration:none;font-weight:400;color:var(--soft);opacity:0}
        .link::before{content:"#"}
        :hover>.link,.link:focus{opacity:1}
        .prose{max-width:44rem}
        .prose p,.prose ul,.prose ol{margin:.6rem 0}
        .prose ul,.prose ol{padding-left:1.4rem}
        .prose code{font:.88em ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;\
        background:var(--wash);padding:.1em .3em;border-radius:3px}
        .prose pre{background:var(--wash);padding:.8rem 1rem;overflow-x:auto}
        .prose pre code{padding:0;background:none}
        .prose blockquote{margin:.8rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft)}
        .notice{margin:1rem 0 0;padding:.6rem .9rem;border-left:4px solid;font-size:.9rem;overflow-wrap:anywhere}
        .notice.warn{border-color:var(--warn);background:var(--warnwash)}
        .notice.bad{border-color:var(--bad);background:var(--badwash)}
        .notice.warn strong{color:var(--warn)}
        .notice.bad strong{color:var(--bad)}
        .notice.cell{margin:1.2rem 0}
        .notice p{margin:.2rem 0}
        .place{font:.85em ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;color:var(--soft)}
        .contents{font-size:.85rem;line-height:1.4;margin-bottom:1.5rem}
        .contents ol{list-style:none;margin:0;padding:0;columns:14rem;column-gap:2rem}
        .contents li{margin:.25rem 0;break-inside:avoid}
        .contents .level2{padding-left:.9rem}
        .contents a{color:var(--soft);text-decoration:none}
        .contents a:hover{color:var(--accent);text-decoration:underline}
        .caption{font-weight:700;font-size:.95rem;text-align:left;margin:0;padding:0 0 .45rem}
        .note{margin:.45rem 0 0;font-size:.82rem;line-height:1.45;color:var(--soft);max-width:48rem}
        .empty{margin:0;padding:.55rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--line);\
        color:var(--soft);font-size:.87rem}
        .about{margin-top:3rem;padding-top:1rem;border-top:2px solid var(--ink);font-size:.82rem;color:var(--soft)}
        .about h2{font-size:1.05rem;color:var(--ink);margin:0 0 .6rem}
        .about dl{margin:0}
        .about dl div{display:grid;grid-template-columns:11rem 1fr;gap:1rem;padding:.22rem 0}
        .about dt{color:var(--ink)}
        .about dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        @media(min-width:82rem){
        .page{display:grid;grid-template-columns:13rem minmax(0,1fr);column-gap:3rem;max-width:78rem}
        .masthead,.about{grid-column:1/-1}
        .contents{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;\
        margin:0;border-right:1px solid var(--line);padding-right:1rem}
        .contents ol{columns:auto}
        .page:not(:has(.contents)){display:block;max-width:62rem}
        }
        @media(max-width:34rem){
        .page{padding:1.5rem 1rem 3rem}
        h1{font-size:1.75rem}
        h2{font-size:1.35rem}
        .contents ol{columns:auto}
        .about dl div{grid-template-columns:1fr;gap:0}
        }
        """

    private static let figures = """
        .figures{margin:1.5rem 0}
        .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:1.1rem 1.6rem;margin:0}
        @media(max-width:34rem){.tiles{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:1rem 1.2rem}}
        .tile{border-top:2px solid var(--rule);padding-top:.5rem}
        .tile dt{font-size:.82rem;color:var(--soft);line-height:1.3}
        .tile dd{margin:0}
        .big{font-size:1.75rem;line-height:1.25;font-weight:500;letter-spacing:-.02em;\
        font-variant-numeric:tabular-nums;white-space:nowrap}
        .big.u{color:var(--soft)}
        .big small{font-size:.82rem;letter-spacing:0;white-space:normal}
        .against{display:flex;flex-wrap:wrap;gap:.15rem .5rem;align-items:baseline;font-size:.82rem;margin-top:.15rem}
        .target{color:var(--soft)}
        .target::before{content:"target "}
        .verdict{font-weight:700;white-space:nowrap}
        .verdict::before{display:inline-block;width:1.3em;font-weight:700}
        .verdict.good{color:var(--good)}
        .verdict.good::before{content:"✓" / ""}
        .verdict.bad{color:var(--bad)}
        .verdict.bad::before{content:"✗" / ""}
        .verdict.open{color:var(--warn)}
        .verdict.open::before{content:"…" / ""}
        .tile:has(.verdict.good){border-color:var(--good)}
        .tile:has(.verdict.bad){border-color:var(--bad)}
        .tile:has(.verdict.open){border-color:var(--warn)}
        .tile .note{margin-top:.2rem;font-size:.78rem;line-height:1.35}
        """

    private static let tables = """
        .table,.chart{margin:1.6rem 0}
        .scroll,.plot{overflow-x:auto;overscroll-behavior-x:contain}
        table{border-collapse:collapse;font-size:.87rem;line-height:1.35;min-width:min(100%,28rem)}
        .table table{width:100%}
        caption{font-weight:700;font-size:.95rem;text-align:left;padding:0 0 .45rem}
        th,td{padding:.34rem .7rem;text-align:left;vertical-align:top;font-weight:400;white-space:nowrap}
        th:first-child,td:first-child{padding-left:.15rem}
        th:last-child,td:last-child{padding-right:.15rem}
        thead th{font-size:.78rem;font-weight:700;color:var(--soft);vertical-align:bottom;white-space:normal;\
        border-top:1px solid var(--ink);border-bottom:1px solid var(--ink)}
        tbody tr{border-bottom:1px solid var(--line)}
        tbody tr:last-child{border-bottom-color:var(--rule)}
        tbody tr:hover{background:var(--wash)}
        tfoot td,tfoot th{font-weight:700;border-bottom:3px double var(--rule)}
        .n,.prose [align=right]{text-align:right;font-variant-numeric:tabular-nums lining-nums}
        .d{font-variant-numeric:tabular-nums}
        .long{white-space:normal;min-width:15rem;max-width:34rem;overflow-wrap:anywhere}
        td.u{color:var(--soft);font-size:.8rem}
        td.good,td.bad,td.warn,th.good,th.bad,th.warn{font-weight:700}
        td.good,tbody th.good{color:var(--good)}
        td.bad,tbody th.bad{color:var(--bad)}
        td.warn,tbody th.warn{color:var(--warn)}
        td.good::before,tbody th.good::before{content:"▲" / "good";font-size:.6em;vertical-align:.18em;\
        margin-right:.45em}
        td.bad::before,tbody th.bad::before{content:"▼" / "bad";font-size:.6em;vertical-align:.18em;margin-right:.45em}
        td.warn::before,tbody th.warn::before{content:"◆" / "watch";font-size:.6em;vertical-align:.18em;\
        margin-right:.45em}
        """

    private static let charts = """
        .plot svg{display:block;width:100%;min-width:40rem;height:auto}
        details{margin-top:.5rem;font-size:.82rem}
        summary{cursor:pointer;color:var(--accent);width:fit-content}
        details .scroll{max-height:26rem;overflow:auto;margin-top:.5rem}
        details caption{font-size:.82rem;color:var(--soft)}
        .quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        """

    private static let print = """
        @page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
        @media print{
        :root{color-scheme:light;\(ChartStyle.light);\(lightSurfaces)}
        html{font-size:12px}
        body{font-size:9.5pt;line-height:1.45;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .page{display:block;max-width:none;padding:0}
        .skip,.contents,.link,details{display:none}
        a{color:inherit;text-decoration:none}
        h1{font-size:20pt}
        h2{font-size:14pt;margin-top:1.4rem}
        h3{font-size:11.5pt;margin-top:1.4rem}
        h1,h2,h3,h4,h5,h6,caption,.caption{break-after:avoid}
        .tile,.chart,.notice,tr,.about dl div{break-inside:avoid}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        .tiles{grid-template-columns:repeat(4,1fr)}
        .big{font-size:15pt}
        .scroll,.plot{overflow:visible}
        .plot svg{min-width:0;max-height:85mm}
        table{font-size:8pt;min-width:0}
        th,td{padding:.22rem .4rem;white-space:normal}
        .n,.d{white-space:nowrap}
        p{orphans:3;widows:3}
        }
        """
}
