package import Markup

/// What has happened in a practice: `bericht-gelezen`.
package typealias PracticeFlag = String

/// A website to practise on.
package struct Practice: Sendable {
    package struct Task: Sendable {
        package let flag: PracticeFlag
        package let label: String
    }

    package struct Text: Sendable {
        package let title: String
        /// The name on the screen; never a real organisation's.
        package let site: String
        /// What the pretended address bar shows.
        package let address: String
        package let goal: String
        package let tasks: [Task]
        package let screens: [Screen]

        package func screen(_ id: ScreenID) -> Screen? { screens.first { $0.id == id } }

        /// Only what this practice asks for: a long list hides the one thing looked for.
        package func neededDetails(of persona: Persona) -> [Persona.Detail] {
            persona.details.filter { detail in
                screens.flatMap(\.fields).contains { $0.expected == .text(detail.value) }
            }
        }
    }

    package let id: PracticeID
    package let course: CourseID
    package let persona: PersonaID?
    package let texts: Localized<Text>

    package var firstScreen: ScreenID? { texts[texts.source].screens.first?.id }

    /// Done when every task's flag is set; without tasks, on reaching the screen `klaar`.
    package func isDone(_ flags: Set<PracticeFlag>, on screen: ScreenID) -> Bool {
        let tasks = texts[texts.source].tasks
        return tasks.isEmpty ? screen == .done : tasks.allSatisfy { flags.contains($0.flag) }
    }
}

package struct Screen: Sendable {
    package let id: ScreenID
    package let title: String
    package let parts: [ScreenPart]

    /// Every link on the screen, in order; a link is known by its place here.
    package var links: [PracticeLink] { parts.flatMap(\.links) }
    package var fields: [Field] {
        parts.flatMap { part -> [Field] in if case .form(let fields) = part.content { fields } else { [] } }
    }
}

package struct ScreenPart: Sendable {
    package enum Content: Sendable {
        case html(HTML)
        case paragraph([Inline])
        case list(isOrdered: Bool, items: [Item])
        case form([Field])
    }

    /// A part of a paragraph: words, or a link to another screen.
    package enum Inline: Sendable {
        case html(HTML)
        case link(PracticeLink)
    }

    package struct Item: Sendable {
        package let condition: Condition?
        package let inlines: [Inline]
    }

    package let condition: Condition?
    package let content: Content

    var links: [PracticeLink] {
        let inlines: [Inline] =
            switch content {
            case .paragraph(let inlines): inlines
            case .list(_, let items): items.flatMap(\.inlines)
            case .html, .form: []
            }
        return inlines.compactMap { if case .link(let link) = $0 { link } else { nil } }
    }
}

/// Shown only when a flag is set, or only when it is not.
package struct Condition: Sendable, Equatable {
    package let flag: PracticeFlag
    package let isSet: Bool

    package func holds(_ flags: Set<PracticeFlag>) -> Bool { flags.contains(flag) == isSet }
}

package struct PracticeLink: Sendable, Equatable {
    package let label: HTML
    package let target: ScreenID
    /// The main button: where the screen has a form, it works only when every field is right.
    package let isMain: Bool
    package let sets: [PracticeFlag]
    package let clears: [PracticeFlag]

    package func applied(to flags: Set<PracticeFlag>) -> Set<PracticeFlag> { flags.union(sets).subtracting(clears) }
}

/// A field of a form in a practice.
package struct Field: Sendable {
    package enum Kind: Sendable, Equatable {
        case text
        case password
        case code
        case email
        case phone
        case date
        case checkbox
        case choice([String])
    }

    package enum Expected: Sendable, Equatable {
        case anything
        case text(String)
    }

    package let name: String
    package let kind: Kind
    package let expected: Expected
    package let help: HTML

    /// Passwords and codes are compared exactly, everything else as in questions.
    package func accepts(_ typed: String) -> Bool {
        switch (expected, kind) {
        case (.anything, _): !typed.allSatisfy(\.isWhitespace)
        case (.text(let answer), .password), (.text(let answer), .code): typed == answer
        case (.text(let answer), _): Typed.folded(typed) == Typed.folded(answer)
        }
    }
}
