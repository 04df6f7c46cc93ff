package import Courseware
import Storage

/// How learners get through one lesson, added up over all of them: where an author looks for what to mend.
package struct LessonFigures: Sendable, Equatable {
    /// A learner who did nothing for so long stopped where they were.
    static let quiet = Duration.days(14)
    /// What somebody typed is shown only where so many typed the same: less could tell who it was.
    static let fewestWhoTyped = 3
    /// Of one step.
    static let mostWrongAnswers = 3

    package struct Step: Sendable, Equatable {
        package let id: StepID
        /// Learners who came to it: it is completed, or the first that is not.
        package var started = 0
        package var finished = 0
        /// Learners who did not go on after it for two weeks.
        package var stopped = 0
        package var askedForHelp = 0
        /// The most frequent, with the most frequent first.
        package var wrongAnswers: [WrongAnswer] = []
    }

    package struct WrongAnswer: Sendable, Equatable {
        package let question: QuestionID
        package let answer: Answer
        package let times: Int
        let learners: Int

        init(_ question: QuestionID, _ answer: Answer, times: Int, learners: Int) {
            self.question = question
            self.answer = answer
            self.times = times
            self.learners = learners
        }

        var isTyped: Bool { if case .typed = answer { true } else { false } }
    }

    /// What learners had trouble with in one step, under the id it had then.
    enum Trouble {
        case wrong(StepID, WrongAnswer)
        case askedForHelp(StepID, learners: Int)
    }

    package private(set) var started = 0
    package private(set) var finished = 0
    /// In the order of the lesson.
    package private(set) var steps: [Step]

    init(_ lesson: Lesson, _ progress: [LessonProgress], _ troubles: [Trouble], at now: Instant) {
        steps = lesson.steps.map { Step(id: $0.id) }
        let places = Dictionary(uniqueKeysWithValues: steps.enumerated().map { ($0.element.id, $0.offset) })
        for one in progress { count(one, lesson, places, at: now) }
        for trouble in troubles {
            switch trouble {
            case .wrong(let step, let answer):
                if let place = places[lesson.current(step)] { steps[place].wrongAnswers.append(answer) }
            case .askedForHelp(let step, let learners):
                if let place = places[lesson.current(step)] { steps[place].askedForHelp += learners }
            }
        }
        for place in steps.indices { steps[place].wrongAnswers = Self.mostFrequent(steps[place].wrongAnswers) }
    }

    private mutating func count(
        _ progress: LessonProgress, _ lesson: Lesson, _ places: [StepID: Int], at now: Instant
    ) {
        started += 1
        let completed = Set(progress.completed.map(lesson.current))
        for place in completed.compactMap({ places[$0] }) {
            steps[place].started += 1
            steps[place].finished += 1
        }
        if progress.finishedAt != nil {
            finished += 1
        } else if let place = steps.firstIndex(where: { !completed.contains($0.id) }) {
            steps[place].started += 1
            if now - progress.lastActiveAt > Self.quiet { steps[place].stopped += 1 }
        }
    }

    private static func mostFrequent(_ answers: [WrongAnswer]) -> [WrongAnswer] {
        let shown = answers.filter { !$0.isTyped || $0.learners >= fewestWhoTyped }
        return Array(shown.sorted { ($1.times, $0.question.rawValue) < ($0.times, $1.question.rawValue) }.prefix(mostWrongAnswers))
    }
}

/// How many began and finished a lesson, and how they liked it.
package struct LessonTally: Sendable, Equatable {
    package internal(set) var started = 0
    package internal(set) var finished = 0
    package internal(set) var faces: [LessonReaction.Face: Int] = [:]
}
