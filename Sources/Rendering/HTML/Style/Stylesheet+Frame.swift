extension Stylesheet {
    /// The page, its headings, its prose, and what is said in passing.
    static let frame = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 var(--sans)}
        .page{max-width:80rem;margin:0 auto;padding:1.6rem 2rem 4rem}
        main{min-width:0}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        .plot:focus-visible,.scroll:focus-visible{outline-offset:-2px}
        .skip{position:absolute;left:-100vw;top:0;padding:.6rem 1rem;background:var(--ink);color:var(--paper)}
        .skip:focus{left:0;z-index:3}
        .quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        h1,h2,h3{font-family:var(--serif);text-wrap:balance;line-height:1.2;font-weight:600}
        h1{font-size:2.3rem;letter-spacing:-.012em;margin:0}
        h2{font-size:1.6rem;letter-spacing:-.008em;margin:0}
        h3{font-size:1.25rem;margin:0}
        h4,h5,h6{font-size:1rem;margin:0}
        .head{position:relative;margin:2.6rem 0 .8rem}
        .head:has(h3){border-top:1px solid var(--rule);padding-top:.75rem}
        .head:has(h4,h5,h6){margin:1.8rem 0 .4rem}
        main>.head:first-child{margin-top:0}
        .link{position:absolute;left:-1.5rem;top:0;width:1.5rem;height:1.5rem;text-align:center;text-decoration:none;\
        font:.9rem/1.5rem var(--sans);color:var(--soft);opacity:0}
        .head:has(h3)>.link{top:.75rem}
        .link::before{content:"#"}
        :hover>.link,tr:hover .link,.link:focus,:target>.link,tr:target .link{opacity:1}
        .prose{max-width:43rem;font:1.1rem/1.55 var(--serif)}
        .prose p,.prose ul,.prose ol{margin:.7rem 0}
        .prose ul,.prose ol{padding-left:1.4rem}
        .prose code{font:.84em var(--mono);background:var(--wash);padding:.1em .3em;border-radius:3px}
        .prose pre{background:var(--wash);padding:.8rem 1rem;overflow-x:auto}
        .prose pre code{padding:0;background:none}
        .prose blockquote{margin:.8rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft)}
        .prose img{max-width:100%}
        .notice{margin:1rem 0 0;padding:.55rem .9rem;border-left:4px solid;font-size:.9rem;overflow-wrap:anywhere}
        .notice.warn{border-color:var(--warn);background:var(--warnwash)}
        .notice.bad{border-color:var(--bad);background:var(--badwash)}
        .notice.warn strong{color:var(--warn)}
        .notice.bad strong{color:var(--bad)}
        .notice.cell{margin:1.4rem 0}
        .notice p{margin:.2rem 0}
        .notice ul{margin:.2rem 0;padding-left:1.2rem}
        .place{font:.85em var(--mono);color:var(--soft)}
        .caption{font-weight:700;font-size:.93rem;text-align:left;margin:0;padding:0 0 .4rem}
        .note{margin:.45rem 0 0;font-size:.82rem;line-height:1.45;color:var(--soft);max-width:48rem}
        .empty{margin:0;padding:.5rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--line);\
        color:var(--soft);font-size:.87rem}
        summary{cursor:pointer;color:var(--accent);width:fit-content;padding:.15rem 0}
        .fold{margin:1.6rem 0}
        .fold>summary{font-weight:700;font-size:.93rem}
        .fold>section>.caption,.fold>figure>.caption,.fold caption{position:absolute;width:1px;height:1px;\
        overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .fold>section,.fold>figure{margin-top:.5rem}
        .about{margin-top:3.5rem;padding-top:1rem;border-top:2px solid var(--ink);font-size:.82rem;color:var(--soft)}
        .about h2{font-size:1.05rem;color:var(--ink);margin:0 0 .6rem}
        .about dl{margin:0}
        .about dl div{display:grid;grid-template-columns:11rem 1fr;gap:1rem;padding:.22rem 0}
        .about dt{color:var(--ink)}
        .about dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        @media(max-width:48rem){
        .page{padding:1.1rem 1rem 3rem}
        h1{font-size:1.75rem}
        h2{font-size:1.35rem}
        .prose{font-size:1.03rem}
        .link{left:-1rem;width:1rem}
        .about dl div{grid-template-columns:1fr;gap:0}
        }
        """
}
