/// The looks of charts: the same rules in the page and in a picture that stands alone.
///
/// Dashes, hatching, shapes and names tell series apart without any colour.
enum ChartStyle {
    /// Rules of the parts of a chart.
    static let rules = """
        .ct{font:12px "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;fill:var(--soft);\
        font-variant-numeric:tabular-nums}
        .ct.v,.ct.k{fill:var(--ink)}
        .cg,.cz,.cj{stroke:var(--line);stroke-width:1;fill:none;shape-rendering:crispEdges}
        .cz{stroke:var(--rule)}
        .cj{stroke:var(--soft);stroke-dasharray:2 2}
        .cl{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .cl.k1{stroke-dasharray:7 4}.cl.k2{stroke-dasharray:2 4}.cl.k3{stroke-dasharray:10 4 2 4}\
        .cl.k4{stroke-dasharray:4 3}.cl.k5{stroke-dasharray:1 3}
        \(series)
        .ca{fill-opacity:.14}
        .cf.neg{fill:var(--bad)}.cf.pos{fill:var(--good)}.cf.total{fill:var(--s5)}
        .co{stroke:var(--paper);stroke-width:.75;fill-opacity:.85}
        .cp{stroke:var(--paper);stroke-width:1.4;stroke-opacity:.75;fill:none}
        .cs{fill:none;stroke:var(--s0);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
        \(shades)
        """
    /// Rules by which a page answers to pointing at a chart and to the keyboard.
    static let pointing = """
        .ct,.cm{pointer-events:none}
        .ch{fill:var(--ink);fill-opacity:0}.ch:hover,.ch.at{fill-opacity:.1}
        .cf:hover,.cf.at{fill-opacity:.72}
        .hm:hover,.hm.at{stroke:var(--ink);stroke-width:1.5}
        .cm{opacity:0}.plot:focus-visible .cm{opacity:1}
        """
    /// The whole style of a picture that stands alone.
    static let standalone = """
        svg{\(PageColors.light);background:var(--paper)}
        @media(prefers-color-scheme:dark){svg{\(PageColors.dark)}}
        \(rules)
        """

    private static let series = (0..<6).map { number in
        ".cl.k\(number){stroke:var(--s\(number))}.cf.k\(number),.ca.k\(number),.ct.e\(number){fill:var(--s\(number))}"
    }.joined()

    private static let shades =
        ".hm.z{fill:var(--wash)}.hm.none{fill:none;stroke:var(--line)}"
        + ["p", "n"].flatMap { sign in (1...HeatScale.shades).map { ".hm.\(sign)\($0){fill:var(--\(sign)\($0))}" } }
        .joined()
}
