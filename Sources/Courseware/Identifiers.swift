/// A stable name in kebab-case that progress points at: `wat-is-digid`.
package protocol KebabID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible
where RawValue == String {
    init(unchecked rawValue: String)
}

extension KebabID {
    /// Nothing where the text is not lower-case ASCII letters and digits, with single hyphens between them.
    package init?(rawValue: String) {
        guard Self.isKebabCase(rawValue) else { return nil }
        self.init(unchecked: rawValue)
    }

    /// An id made of any text.
    package static func nearest(to text: String) -> Self { Self(unchecked: WrittenID.kebab(text)) }

    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    static func isKebabCase(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 80 else { return false }
        let hyphen = UInt8(ascii: "-")
        var last = hyphen
        for byte in text.utf8 {
            guard byte.isSmallLetter || byte.isDigit || (byte == hyphen && last != hyphen) else {
                return false
            }
            last = byte
        }
        return last != hyphen
    }
}

package struct CourseID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct LessonID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct StepID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct QuestionID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct PracticeID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct ScreenID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }

    /// Where a practice without tasks is done.
    package static let done = ScreenID(unchecked: "klaar")
}

package struct TermID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct PersonaID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

package struct ServiceID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}

/// One thing that a helper may do within a service.
package struct ActID: KebabID {
    package let rawValue: String
    package init(unchecked rawValue: String) { self.rawValue = rawValue }
}
