/// The one style sheet of every page, of reports and of what lists them.
///
/// Dense and calm: system fonts only, a serif for titles and prose, tabular digits, hairlines instead of boxes, colour
/// only for meaning and never alone. Light and dark after the reader's own setting; paper is white.
package enum Stylesheet {
    /// The rules.
    package static let text = """
        :root{color-scheme:light dark;\(PageColors.light);\(fonts)}
        @media(prefers-color-scheme:dark){:root{\(PageColors.dark)}}
        \(frame)
        \(masthead)
        \(contents)
        \(figures)
        \(checks)
        \(tables)
        \(ChartStyle.rules)
        \(ChartStyle.pointing)
        \(charts)
        \(paper)
        """

    private static let fonts = """
        --serif:"Iowan Old Style","Palatino Linotype",Palatino,P052,"URW Palladio L",Georgia,"Liberation Serif",serif;\
        --sans:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif;\
        --mono:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace
        """
}
