package import Markup

package struct Course: Sendable {
    package enum Audience: String, Sendable {
        case learner
        case helper
        case coach
    }

    package enum Level: String, Sendable {
        case entry = "instroom"
        case basic1 = "basis-1"
        case basic2 = "basis-2"
    }

    package enum Status: String, Sendable {
        /// Shown to authors only.
        case draft
        case published
        case archived
    }

    package struct Text: Sendable {
        package let title: String
        package let summary: String
        package let welcome: HTML
        /// The hard words in it, in their order.
        package let terms: [Term]
    }

    package let id: CourseID
    package let texts: Localized<Text>
    package let audience: Audience
    package let level: Level
    package let digcomp: [String]
    package let requires: [CourseID]
    package let status: Status
    package let lessons: [Lesson]
    package let practices: [Practice]

    package func lesson(_ id: LessonID) -> Lesson? { lessons.first { $0.id == id } }
    package func practice(_ id: PracticeID) -> Practice? { practices.first { $0.id == id } }
    package var minutes: Int { lessons.map(\.minutes).reduce(0, +) }

    package func lesson(after id: LessonID) -> Lesson? {
        guard let index = lessons.firstIndex(where: { $0.id == id }), index + 1 < lessons.count else { return nil }
        return lessons[index + 1]
    }
}

package struct Lesson: Sendable {
    package struct Text: Sendable {
        package let title: String
        package let goals: [String]
        package let introduction: HTML
        /// The hard words in it, in their order.
        package let terms: [Term]
    }

    package let id: LessonID
    package let course: CourseID
    package let texts: Localized<Text>
    package let minutes: Int
    /// The day on which the facts were last compared with the sources: `2026-11-23`.
    package let checked: String?
    package let sources: [String]
    /// Old step ids with the new ones, so that progress follows.
    package let moved: [StepID: StepID]
    package let steps: [Step]

    /// The step, also by the id it had before.
    package func step(_ id: StepID) -> Step? {
        let now = current(id)
        return steps.first { $0.id == now }
    }

    /// The id that the step has now.
    package func current(_ id: StepID) -> StepID {
        var id = id
        for _ in 0...moved.count {
            // A step that is there was not moved, whatever is said of its id.
            guard !steps.contains(where: { $0.id == id }), let next = moved[id] else { break }
            id = next
        }
        return id
    }

    package func step(after id: StepID) -> Step? {
        guard let index = steps.firstIndex(where: { $0.id == id }), index + 1 < steps.count else { return nil }
        return steps[index + 1]
    }

    package func step(before id: StepID) -> Step? {
        guard let index = steps.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
        return steps[index - 1]
    }
}

/// One screen of a lesson.
package struct Step: Sendable {
    package let id: StepID
    package let texts: Localized<StepText>

    package func question(_ id: QuestionID, in language: Language) -> Question? {
        for case .question(let question) in texts[language].parts where question.id == id { return question }
        return nil
    }

    /// The practices that stand in it.
    package var practices: [PracticeID] {
        texts[texts.source].parts.compactMap { if case .practice(let id) = $0 { id } else { nil } }
    }
}

package struct StepText: Sendable {
    package let title: String
    package let parts: [StepPart]
    /// The hard words in it, in their order.
    package let terms: [Term]
}

package indirect enum StepPart: Sendable {
    case prose(HTML)
    case question(Question)
    case checklist(Checklist)
    case practice(PracticeID)
    /// One in which something is ticked off; others are prose.
    case callout(Callout, label: HTML, [StepPart])
}

extension StepText {
    package var checklists: [Checklist] { parts.flatMap(\.checklists) }
}

extension StepPart {
    fileprivate var checklists: [Checklist] {
        switch self {
        case .checklist(let list): [list]
        case .callout(_, _, let parts): parts.flatMap(\.checklists)
        case .prose, .question, .practice: []
        }
    }
}

/// Things that a learner ticks off.
package struct Checklist: Sendable {
    package struct Item: Sendable {
        /// Its place in the step, from 1: `2.1` is the first item of the second checklist. Nothing where there is
        /// nothing to tick.
        package let id: String?
        package let label: HTML
        /// What stands below it.
        package let more: HTML
    }

    package let items: [Item]
}
