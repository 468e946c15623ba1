internal import CXlsxWriter
internal import Notebooks

/// How a rule of a table marks cells.
struct MarkStyle: Hashable {
    /// What the mark means.
    var tone: TableBlock.Highlight.Tone
    /// Whether the cell has a ground in a soft colour of the tone, as words of a verdict have.
    var isFilled = false

    /// The looks of the tone for a cell that is marked once and for all.
    func apply(to style: inout CellStyle) {
        style.isBold = true
        style.color = tone.color
        if isFilled { style.ground = tone.ground }
    }

    /// Sets the properties of a format of the library.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_bold(format)
        format_set_font_color(format, tone.color)
        guard isFilled else { return }
        format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
        format_set_bg_color(format, tone.ground)
    }
}

extension TableBlock.Highlight.Tone {
    /// The colour of letters.
    var color: UInt32 {
        switch self {
        case .good: Palette.good
        case .bad: Palette.bad
        case .warn: Palette.warn
        }
    }

    /// The soft colour of the ground below them.
    var ground: UInt32 {
        switch self {
        case .good: Palette.goodGround
        case .bad: Palette.badGround
        case .warn: Palette.warnGround
        }
    }
}

extension Verdict {
    /// What its mark means.
    var tone: TableBlock.Highlight.Tone {
        switch self {
        case .met, .pass: .good
        case .missed, .fail: .bad
        case .warn, .tooEarly, .open, .unknown: .warn
        }
    }
}
