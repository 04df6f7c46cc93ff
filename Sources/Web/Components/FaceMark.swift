import Learning
import Markup

/// A face, drawn: glad, so-so or sad. What it means stands beside it in words.
struct FaceMark {
    private let face: LessonReaction.Face

    init(_ face: LessonReaction.Face) { self.face = face }

    var html: HTML {
        #"""
        <svg class="face" viewBox="0 0 40 40" aria-hidden="true" focusable="false">\#
        <circle cx="20" cy="20" r="17"/><circle class="eye" cx="14" cy="16" r="2"/><circle class="eye" cx="26" cy="16" r="2"/><path d="\#(mouth)"/></svg>
        """#
    }

    private var mouth: String {
        switch face {
        case .glad: "M12 24q8 9 16 0"
        case .soSo: "M13 27h14"
        case .sad: "M12 29q8-8 16 0"
        }
    }
}
