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
            let needed = Set(screens.flatMap(\.fields).flatMap(\.details))
            return persona.details.filter { needed.contains($0.name) }
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
    package var links: [PracticeLink] { ways.map(\.link) }
    package var fields: [Field] { parts.flatMap(\.fields) }

    /// Every link with what must hold for it to be shown.
    package var ways: [(link: PracticeLink, conditions: [Condition])] { parts.flatMap { $0.ways(under: []) } }
}

package struct ScreenPart: Sendable {
    package enum Content: Sendable {
        case html(HTML)
        case paragraph([Inline])
        case heading(level: Int, [Inline])
        case list(isOrdered: Bool, items: [Item])
        /// A call-out with its label, or else a quote.
        case box(Callout?, label: String?, [ScreenPart])
        case form([Field])
    }

    /// A part of a paragraph: words, or a link to another screen.
    package enum Inline: Sendable {
        case html(HTML)
        case link(PracticeLink)

        var link: PracticeLink? { if case .link(let link) = self { link } else { nil } }
    }

    package struct Item: Sendable {
        package let conditions: [Condition]
        package let inlines: [Inline]
        /// What stands below its own line.
        package let more: [ScreenPart]
    }

    /// All must hold for it to be shown.
    package let conditions: [Condition]
    package let content: Content

    var fields: [Field] {
        switch content {
        case .form(let fields): fields
        case .box(_, _, let parts): parts.flatMap(\.fields)
        case .list(_, let items): items.flatMap(\.more).flatMap(\.fields)
        case .html, .paragraph, .heading: []
        }
    }

    func ways(under outer: [Condition]) -> [(link: PracticeLink, conditions: [Condition])] {
        let conditions = outer + self.conditions
        switch content {
        case .html, .form: return []
        case .paragraph(let inlines), .heading(_, let inlines): return inlines.compactMap(\.link).map { ($0, conditions) }
        case .box(_, _, let parts): return parts.flatMap { $0.ways(under: conditions) }
        case .list(_, let items):
            return items.flatMap { item in
                let conditions = conditions + item.conditions
                return item.inlines.compactMap(\.link).map { ($0, conditions) } + item.more.flatMap { $0.ways(under: conditions) }
            }
        }
    }
}

/// Shown only when a flag is set, or only when it is not.
package struct Condition: Sendable, Equatable {
    package let flag: PracticeFlag
    package let isSet: Bool

    package func holds(_ flags: Set<PracticeFlag>) -> Bool { flags.contains(flag) == isSet }
}

extension Sequence<Condition> {
    package func hold(_ flags: Set<PracticeFlag>) -> Bool { allSatisfy { $0.holds(flags) } }
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
    /// The names of the persona's details that the answer is made of.
    package let details: [String]
    package let help: HTML

    /// Passwords and codes are compared exactly, everything else as in questions.
    package func accepts(_ typed: String) -> Bool {
        switch (expected, kind) {
        case (.anything, .checkbox): typed == "yes"
        case (.anything, _): !typed.allSatisfy(\.isWhitespace)
        case (.text(let answer), .password), (.text(let answer), .code): typed == answer
        case (.text(let answer), _): Typed.folded(typed) == Typed.folded(answer)
        }
    }
}
