package import Courseware
package import Storage

/// Adds to the log of learning, and keeps the progress rows true to it.
package struct LearningLog: Sendable {
    private let world: World

    package init(world: World) { self.world = world }

    /// The progress after the event; nothing where the event had been kept already.
    @discardableResult
    package func append(_ event: LearningEvent, on connection: any Connection) throws(StorageError) -> LessonProgress? {
        let store = LessonProgressStore()
        var progress =
            try store.progress(of: event.account, in: event.course, event.lesson, on: connection)
            ?? LessonProgress(event.account, event.course, event.lesson, at: event.occurredAt)
        let isNew = try LearningEventStore().insert(
            event, place: progress.events + 1, receivedAt: world.now, on: connection)
        guard isNew else { return nil }
        progress.apply(event)
        try store.save(progress, on: connection)
        return progress
    }

    /// Makes the progress of one learner in one lesson anew from the log.
    @discardableResult
    package func rebuild(
        _ account: AccountID, _ course: CourseID, _ lesson: LessonID, on connection: any Connection
    ) throws(StorageError) -> LessonProgress? {
        let events = try LearningEventStore().events(of: account, in: course, lesson, on: connection)
        guard let first = events.first else {
            try LessonProgressStore().remove(of: account, in: course, lesson, on: connection)
            return nil
        }
        var progress = LessonProgress(account, course, lesson, at: first.occurredAt)
        for event in events { progress.apply(event) }
        try LessonProgressStore().save(progress, on: connection)
        return progress
    }

    /// Hands what was learned in a browser without a name to the account that signs in there. Twice counts once:
    /// the second time there is nothing left to hand over.
    package func handOver(
        from browser: AccountID, to account: AccountID, on connection: any Connection
    ) throws(StorageError) {
        guard browser != account else { return }
        for progress in try LessonProgressStore().progress(of: browser, on: connection) {
            let before = try LessonProgressStore().progress(
                of: account, in: progress.course, progress.lesson, on: connection)
            try LearningEventStore().move(
                from: browser, to: account, in: progress.course, progress.lesson, behind: before?.events ?? 0,
                on: connection)
            try LessonProgressStore().remove(of: browser, in: progress.course, progress.lesson, on: connection)
            try rebuild(account, progress.course, progress.lesson, on: connection)
        }
        try LessonReactionStore().move(from: browser, to: account, on: connection)
    }
}
