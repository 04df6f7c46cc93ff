package import Courseware
package import Storage

/// What a learner does. Each deed keeps its event and the progress that follows from it in one transaction.
package struct Study: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Where in the courses something is done.
    package struct Place: Sendable {
        package let lesson: Lesson
        package let step: StepID

        package init(_ lesson: Lesson, _ step: StepID) {
            self.lesson = lesson
            self.step = step
        }
    }

    /// Leaves the step with "next"; with the last one that was missing, the lesson is finished.
    package func complete(_ place: Place, by account: AccountID, form: LearningEventID) async throws {
        try await record(.completed, at: place, by: account, form)
    }

    /// Nothing where the answer is not one to this question.
    @discardableResult
    package func answer(
        _ question: Question, with answer: Answer, at place: Place, by account: AccountID, form: LearningEventID
    ) async throws -> Verdict? {
        guard let verdict = question.judge(answer) else { return nil }
        try await record(.answered(question.id, answer, isRight: verdict.isRight), at: place, by: account, form)
        return verdict
    }

    /// Ticks what is in `ticked` and unticks the rest of the checklist.
    package func tick(
        _ ticked: Set<String>, of items: [String], at place: Place, by account: AccountID
    ) async throws {
        try await database.write { [world] connection in
            let events = try LearningEventStore().events(
                of: account, in: place.lesson.course, place.lesson.id, place.step, on: connection)
            let before = events.tickedItems
            for item in items where ticked.contains(item) != before.contains(item) {
                let deed: LearningEvent.Deed = ticked.contains(item) ? .ticked(item: item) : .unticked(item: item)
                try record(deed, at: place, by: account, world.newID(), on: connection)
            }
        }
    }

    package func finish(_ practice: PracticeID, at place: Place, by account: AccountID, form: LearningEventID) async throws {
        try await record(.practised(practice), at: place, by: account, form)
    }

    package func stumble(
        in practice: PracticeID, fields: [String], at place: Place, by account: AccountID, form: LearningEventID
    ) async throws {
        try await record(.stumbled(practice, fields: fields), at: place, by: account, form)
    }

    package func askForHelp(at place: Place, by account: AccountID, form: LearningEventID) async throws {
        try await record(.askedForHelp, at: place, by: account, form)
    }

    private func record(
        _ deed: LearningEvent.Deed, at place: Place, by account: AccountID, _ form: LearningEventID
    ) async throws {
        try await database.write { try record(deed, at: place, by: account, form, on: $0) }
    }

    private func record(
        _ deed: LearningEvent.Deed, at place: Place, by account: AccountID, _ form: LearningEventID,
        on connection: any Connection
    ) throws(StorageError) {
        let log = LearningLog(world: world)
        let event = LearningEvent(
            id: form, account: account, course: place.lesson.course, lesson: place.lesson.id, step: place.step,
            deed: deed, occurredAt: world.now)
        guard let progress = try log.append(event, on: connection), deed == .completed, progress.finishedAt == nil,
            place.lesson.completedCount(progress) == place.lesson.steps.count
        else { return }
        try log.append(
            LearningEvent(
                id: world.newID(), account: account, course: place.lesson.course, lesson: place.lesson.id, step: nil,
                deed: .finished, occurredAt: world.now), on: connection)
    }
}

extension [LearningEvent] {
    /// The items of checklists that are ticked after all of these.
    package var tickedItems: Set<String> {
        reduce(into: []) { items, event in
            switch event.deed {
            case .ticked(let item): items.insert(item)
            case .unticked(let item): items.remove(item)
            default: break
            }
        }
    }

    /// The last answer to each question.
    package var lastAnswers: [QuestionID: Answer] {
        reduce(into: [:]) { answers, event in
            if case .answered(let question, let answer, _) = event.deed { answers[question] = answer }
        }
    }
}
