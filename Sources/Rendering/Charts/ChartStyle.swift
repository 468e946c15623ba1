/// The looks of charts: the same rules in the page and in a picture that stands alone.
///
/// The six series colours keep a contrast of 3 : 1 to the ground in both schemes and differ for people who confuse
/// red and green (after Okabe and Ito, 2008); dashes and names tell the series apart without any colour.
enum ChartStyle {
    /// Colours on a light ground, as CSS variables.
    static let light = """
        --paper:#fff;--ink:#17202c;--soft:#5a6675;--line:#dfe4ea;--rule:#8894a3;\
        --s0:#1c5d99;--s1:#b8541c;--s2:#15795b;--s3:#7d4fa3;--s4:#8a6d00;--s5:#5d6978;\
        --good:#0b6b43;--bad:#b3261e;--warn:#855300
        """
    /// Colours on a dark ground, as CSS variables.
    static let dark = """
        --paper:#12171e;--ink:#e7ebf0;--soft:#9da9b8;--line:#29323d;--rule:#697688;\
        --s0:#6cb2f0;--s1:#f0935a;--s2:#4cc59b;--s3:#c19be6;--s4:#d9b93b;--s5:#a7b3c2;\
        --good:#56c98f;--bad:#ff8d80;--warn:#e6b450
        """
    /// Rules of the parts of a chart.
    static let rules = """
        .ct{font:12px "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;fill:var(--soft);\
        font-variant-numeric:tabular-nums}
        .ct.v,.ct.k{fill:var(--ink)}
        .cg{stroke:var(--line);stroke-width:1;fill:none;shape-rendering:crispEdges}
        .cz{stroke:var(--rule);stroke-width:1;fill:none;shape-rendering:crispEdges}
        .cl{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .cl.k1{stroke-dasharray:7 4}.cl.k2{stroke-dasharray:2 4}.cl.k3{stroke-dasharray:10 4 2 4}\
        .cl.k4{stroke-dasharray:4 3}.cl.k5{stroke-dasharray:1 3}
        .cl.k0{stroke:var(--s0)}.cl.k1{stroke:var(--s1)}.cl.k2{stroke:var(--s2)}\
        .cl.k3{stroke:var(--s3)}.cl.k4{stroke:var(--s4)}.cl.k5{stroke:var(--s5)}
        .cf.k0{fill:var(--s0)}.cf.k1{fill:var(--s1)}.cf.k2{fill:var(--s2)}\
        .cf.k3{fill:var(--s3)}.cf.k4{fill:var(--s4)}.cf.k5{fill:var(--s5)}
        .cf.neg{fill:var(--bad)}
        .ct.e0{fill:var(--s0)}.ct.e1{fill:var(--s1)}.ct.e2{fill:var(--s2)}\
        .ct.e3{fill:var(--s3)}.ct.e4{fill:var(--s4)}.ct.e5{fill:var(--s5)}
        .ch{fill:var(--ink);fill-opacity:0}.ch:hover{fill-opacity:.09}
        .cf:hover{fill-opacity:.78}
        """
    /// The whole style of a picture that stands alone.
    static let standalone = """
        svg{\(light);background:var(--paper)}
        @media(prefers-color-scheme:dark){svg{\(dark)}}
        \(rules)
        """
}
