extension Stylesheet {
    /// The top of the page, and what changed since the report before.
    static let masthead = """
        .masthead{border-bottom:2px solid var(--ink);padding-bottom:1.15rem;margin-bottom:1.6rem}
        .strip{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 2rem;font-size:.8rem;\
        color:var(--soft);padding-bottom:.5rem;margin-bottom:1.2rem;border-bottom:1px solid var(--line)}
        .eyebrow{margin:0}
        .eyebrow span+span::before{content:"·";margin:0 .5em}
        .eyebrow span:first-child{text-transform:uppercase;letter-spacing:.09em;font-weight:700;color:var(--accent)}
        .others{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
        .facts{display:flex;flex-wrap:wrap;gap:.8rem 0;margin:1.1rem 0 0}
        .facts div{padding:0 1.6rem;border-left:1px solid var(--line)}
        .facts div:first-child{padding-left:0;border-left:0}
        .facts dt{font-size:.8rem;color:var(--soft)}
        .facts dd{margin:0;font-size:1.3rem;line-height:1.35;font-weight:600;overflow-wrap:anywhere}
        section.changes{margin:0 0 2.2rem;padding:.9rem 1.1rem;background:var(--wash)}
        .changes .caption{padding:0}
        .changes .fold{margin:0;font-size:.9rem}
        .changes .fold>summary{font-weight:400;font-size:.87rem}
        .changes .empty{border:0;padding:.2rem 0 0}
        .changes table{margin-top:.3rem}
        .changes .kind,.changes .before{color:var(--soft)}
        .changes .now{font-weight:600}
        .changes .now::before{content:"→" / "";font-weight:400;color:var(--soft);margin-right:.5em}
        @media(max-width:48rem){
        .facts div{padding:0 1.4rem 0 0;border:0}
        .facts dd{font-size:1.1rem}
        section.changes{padding:.8rem}
        }
        """
    /// The contents: a column beside the report on a wide screen, folded above it on a narrow one.
    static let contents = """
        .contents{font-size:.85rem;line-height:1.35;margin-bottom:1.6rem}
        .contents ol{list-style:none;margin:.3rem 0 0;padding:0}
        .contents li{padding:.2rem 0}
        .contents .level1{padding-left:.8rem}
        .contents .level2{padding-left:1.6rem}
        .contents a{color:var(--soft);text-decoration:none;display:inline-block;min-height:1.5em}
        .contents .level0 a{color:var(--ink)}
        .contents a:hover{color:var(--accent);text-decoration:underline}
        @media(min-width:68rem){
        .page{display:grid;grid-template-columns:12.5rem minmax(0,1fr);column-gap:3rem;align-items:start}
        .masthead,.about{grid-column:1/-1}
        .page:not(:has(.contents)){display:block;max-width:62rem}
        .contents{position:sticky;top:1.2rem;max-height:calc(100vh - 2.4rem);overflow-y:auto;margin:0;\
        padding-right:1rem;border-right:1px solid var(--line)}
        @supports selector(::details-content){
        .contents summary{display:none}
        .contents details::details-content{content-visibility:visible}
        .contents ol{margin:0}
        }
        }
        """
}
