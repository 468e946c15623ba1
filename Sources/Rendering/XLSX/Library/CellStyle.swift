internal import CXlsxWriter

/// How a cell looks. Equal styles share one format of the workbook.
struct CellStyle: Hashable {
    /// Which side the content stands on.
    enum Side: Hashable {
        case natural
        case left
        case right
        case center
    }

    /// Excel's number format code; empty for the general one.
    var numberFormat = ""
    /// Which side the content stands on.
    var side = Side.natural
    /// Size of the letters in points.
    var size = 10.0
    /// Whether letters are bold.
    var isBold = false
    /// Whether long text breaks into lines.
    var wraps = false
    /// Colour of the letters as 0xRRGGBB.
    var color = Palette.ink
    /// Colour of the ground; nil for none.
    var ground: UInt32?
    /// Whether a thin line stands below.
    var hasRuleBelow = false
    /// Whether a thin line stands above.
    var hasRuleAbove = false
    /// Whether the content keeps a little distance from the edge.
    var isIndented = false
    /// Whether it is underlined, as a link.
    var isUnderlined = false

    /// Sets the properties of a format of the library.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_font_name(format, "Arial")
        format_set_font_size(format, size)
        format_set_font_color(format, color)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if !numberFormat.isEmpty { format_set_num_format(format, numberFormat) }
        switch side {
        case .natural: break
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        if isIndented { format_set_indent(format, 1) }
        if isBold { format_set_bold(format) }
        if wraps { format_set_text_wrap(format) }
        if isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let ground {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(format, ground)
        }
        if hasRuleBelow {
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bottom_color(format, Palette.rule)
        }
        if hasRuleAbove {
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_top_color(format, Palette.rule)
        }
    }
}
