/// What the index adds to the style sheet of reports.
enum IndexStyle {
    /// The rules.
    static let text = """
        html:has(.index){scroll-padding-top:4rem}
        .page.index{max-width:86rem;display:block}
        .index .eyebrow{margin-bottom:.5rem}
        .index h2{font-size:1.25rem;margin:2rem 0 .6rem}
        .years ul,.tallies ul{list-style:none;display:flex;flex-wrap:wrap;margin:0;padding:0}
        .years ul{gap:.3rem 1.6rem;margin-top:.8rem;font-size:.87rem}
        .years span{color:var(--soft)}
        .notice.warn ul{margin:.3rem 0;padding-left:1.2rem}
        \(calendar)
        \(find)
        \(list)
        \(phone)
        \(print)
        """

    private static let calendar = """
        .months{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.6rem,1fr));gap:1.1rem 1.8rem;align-items:start}
        .months table{min-width:0;width:100%;table-layout:fixed;font-size:.75rem;font-variant-numeric:tabular-nums;\
        border-collapse:separate;border-spacing:2px}
        .months caption{font-size:.78rem;padding:0 0 .15rem}
        .months th,.months td{padding:0;text-align:center;border:0;line-height:1.55rem;height:1.55rem;color:var(--soft)}
        .months thead th{line-height:1.2;height:auto;font-weight:400;font-size:.7rem}
        .months tbody tr,.months tbody tr:hover{background:none;border:0}
        .months td a{display:block;color:inherit;text-decoration:none}
        .months td a:hover,.months td a:focus{outline:2px solid var(--accent);outline-offset:0}
        .months td::before,.months td::after{content:none}
        .months .good,.legend .good i{background:var(--goodwash);color:var(--good);font-weight:400}
        .months .failed,.legend .failed i{background:var(--bad);color:var(--paper);font-weight:700}
        .months .unknown,.legend .unknown i{background:var(--warnwash);color:var(--warn);font-weight:700;\
        box-shadow:inset 0 -3px var(--warn)}
        .months .incomplete,.legend .incomplete i{color:var(--warn);font-weight:700;\
        background:linear-gradient(135deg,var(--goodwash) 50%,transparent 50%);box-shadow:inset 0 0 0 1px var(--warn)}
        .months .missing,.legend .missing i{color:var(--bad);box-shadow:inset 0 0 0 1.5px var(--bad);\
        text-decoration:line-through;font-weight:700}
        .legend{margin:.9rem 0 0;font-size:.78rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
        .legend i{display:inline-block;width:.95rem;height:.95rem;vertical-align:-.15rem;margin-right:.4rem}
        """

    private static let find = """
        .tallies{display:flex;flex-wrap:wrap;gap:.5rem 1.8rem;margin:.2rem 0 1rem;font-size:.82rem}
        .tallies>div{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem .6rem}
        .tallies span{color:var(--soft)}
        .tallies ul{gap:.35rem}
        .tallies li{border:1px solid var(--line);border-radius:1rem;padding:.08rem .65rem}
        .tallies li:has(button){padding:0}
        .index button{font:inherit;color:inherit;background:none;border:1px solid var(--rule);border-radius:3px;\
        padding:.28rem .8rem;cursor:pointer}
        .index button:hover{border-color:var(--accent);color:var(--accent)}
        .index .tallies button{border-color:transparent;border-radius:1rem;padding:.08rem .65rem}
        .index .tallies button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--paper)}
        #filter{display:flex;flex-wrap:wrap;gap:.7rem 1rem;align-items:end;margin:0 0 1rem;font-size:.82rem}
        #filter[hidden]{display:none}
        #filter label{display:flex;flex-direction:column;gap:.15rem;color:var(--soft)}
        #filter .wide{flex:1 1 15rem;max-width:24rem}
        #filter input,#filter select{font:inherit;color:var(--ink);background:var(--paper);\
        border:1px solid var(--rule);border-radius:3px;padding:.28rem .45rem;min-height:2.1rem}
        #filter input:focus-within,#filter select:focus{outline:2px solid var(--accent);outline-offset:1px}
        #filter output{flex:1 1 100%;color:var(--soft)}
        .buttons{display:flex;gap:.5rem}
        kbd{font:.85em ui-monospace,"SF Mono",Menlo,Consolas,monospace;border:1px solid var(--line);\
        border-bottom-width:2px;border-radius:3px;padding:0 .35em}
        #help{color:var(--ink);background:var(--paper);border:1px solid var(--rule);padding:1.2rem 1.6rem;\
        max-width:min(30rem,calc(100vw - 2rem))}
        #help::backdrop{background:rgb(0 0 0/.45)}
        #help h2{margin-top:0}
        #help dl div{display:grid;grid-template-columns:6rem 1fr;padding:.2rem 0}
        #help dd{margin:0}
        """

    private static let list = """
        .index .scroll{margin-top:.4rem}
        @media(min-width:80rem){.index .list{overflow:visible}}
        #runs{width:100%;font-size:.82rem}
        #runs th,#runs td{padding-left:.4rem;padding-right:.4rem}
        #runs caption{font-size:.82rem;font-weight:400;color:var(--soft)}
        #runs thead th{position:sticky;top:0;background:var(--paper);z-index:1;border:0;\
        box-shadow:inset 0 1px var(--ink),inset 0 -1px var(--ink)}
        #runs thead span{cursor:pointer;white-space:nowrap}
        #runs thead [aria-sort=ascending] span::after{content:" ↑"}
        #runs thead [aria-sort=descending] span::after{content:" ↓"}
        #runs small{display:block;font-size:.72rem;color:var(--soft);line-height:1.3}
        #runs tbody th a,.near a{text-decoration:none}
        #runs .title,#runs .outcome,#runs .revision{white-space:normal;overflow-wrap:anywhere}
        #runs .title{min-width:11rem}
        #runs .outcome{min-width:11rem;max-width:26rem}
        #runs .revision{min-width:5rem;max-width:14rem}
        #runs .files{white-space:normal;min-width:9.5rem}
        #runs .verdict{margin-right:.2em}
        #runs .open{font-weight:600}
        #runs .n.bad::before,#runs .n.warn::before{margin-right:.3em}
        #runs code{font:.92em ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
        #runs .files a{display:inline-block;padding:.24rem 0;margin-right:.35rem}
        .near{white-space:nowrap}
        #runs .near a{margin:0;min-width:1.9em;text-align:center;border-radius:3px}
        .near a:hover{background:var(--wash)}
        #runs .superseded .open,#runs .removed .title{text-decoration:line-through;font-weight:400}
        #runs .superseded td,#runs .removed td,#runs .superseded th,#runs .removed th{color:var(--soft)}
        #runs .state{color:var(--warn);font-weight:700}
        .changes{table-layout:fixed;width:100%;max-width:62rem}
        .changes th,.changes td{white-space:normal;overflow-wrap:anywhere}
        .changes [scope=rowgroup]{font-weight:700;padding-top:1.2rem}
        .changes tbody tr:hover:has([scope=rowgroup]){background:none}
        #runs tr:target{background:var(--warnwash)}
        #runs tr:focus-within{background:var(--wash);box-shadow:inset 3px 0 var(--accent)}
        """

    private static let phone = """
        @media(max-width:44rem){
        .months{grid-template-columns:repeat(auto-fill,minmax(7.6rem,1fr));gap:1rem 1.2rem}
        .months th,.months td{line-height:1.7rem;height:1.7rem}
        .index .list{overflow:visible}
        #runs{min-width:0;display:block}
        #runs caption,#runs tbody{display:block}
        #runs thead{display:none}
        #runs tbody tr{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.6rem 0;border-bottom:1px solid var(--rule)}
        #runs tbody tr[hidden]{display:none}
        #runs tbody th,#runs tbody td{border:0;padding:.08rem 0;text-align:left;white-space:normal}
        #runs tbody th,#runs .title,#runs .outcome,#runs .files{grid-column:1/-1;max-width:none}
        #runs tbody th small,#runs .title small{display:inline;margin-left:.6em}
        #runs tbody th a{text-decoration:underline}
        #runs td.n.u{display:none}
        #runs td.n:nth-child(4)::before{content:"Share "}
        #runs td.n:nth-child(5)::before{content:"Failed checks "}
        #runs td.n:nth-child(6)::before{content:"Unknown checks "}
        #runs td.n:nth-child(7)::before{content:"Warnings "}
        #runs td.revision::before{content:"Revision "}
        #runs td.d:nth-child(9)::before{content:"Published, New York "}
        #runs td.n::before,#runs td.revision::before,#runs td.d::before{font-size:1em;font-weight:400;vertical-align:baseline;margin:0;color:var(--soft)}
        #runs .files a{padding:.35rem 0}
        #runs .near a{font-size:1.2rem;min-width:1.8rem;margin:0}
        #filter label{flex:1 1 8rem}
        }
        """

    private static let print = """
        @page{size:landscape}
        @media print{
        .page.index{max-width:none}
        .index #filter,.near,#help,#runs .files,#runs thead th:last-child{display:none}
        .months{grid-template-columns:repeat(6,1fr);gap:.6rem 1rem}
        .months table,.months td,.months th{font-size:6.5pt;line-height:1.5;height:auto}
        .nights{break-inside:avoid}
        #runs{font-size:7.5pt}
        #runs thead th{position:static;box-shadow:none;border-top:1px solid var(--ink);\
        border-bottom:1px solid var(--ink)}
        #runs small{font-size:6.5pt}
        .index .tallies button{border:0;padding:0}
        }
        """
}
