package import Courseware
package import Storage

/// How far learners are, in the database.
package struct LessonProgressStore: Sendable {
    package init() {}

    package func progress(
        of account: AccountID, in course: CourseID, _ lesson: LessonID, on connection: any Connection
    ) throws(StorageError) -> LessonProgress? {
        let row = try connection.row(
            """
            SELECT * FROM lesson_progress
            WHERE account_id = \(account) AND course = \(course.rawValue) AND lesson = \(lesson.rawValue)
            """)
        guard let row else { return nil }
        return try LessonProgress(row)
    }

    /// Of one learner in everything, the latest first.
    package func progress(
        of account: AccountID, on connection: any Connection
    ) throws(StorageError) -> [LessonProgress] {
        var progress: [LessonProgress] = []
        let rows = try connection.rows(
            "SELECT * FROM lesson_progress WHERE account_id = \(account) ORDER BY last_active_at DESC, lesson")
        for row in rows { progress.append(try LessonProgress(row)) }
        return progress
    }

    func save(_ progress: LessonProgress, on connection: any Connection) throws(StorageError) {
        let steps = progress.completed.map(\.rawValue).joined(separator: " ")
        try connection.execute(
            """
            INSERT INTO lesson_progress (
                account_id, course, lesson, events, completed_steps, started_at, last_active_at, finished_at,
                stuck_on, wrong_in_a_row, help_asked_at)
            VALUES (
                \(progress.account), \(progress.course.rawValue), \(progress.lesson.rawValue), \(progress.events),
                \(steps), \(progress.startedAt), \(progress.lastActiveAt), \(progress.finishedAt),
                \(progress.stuckOn), \(progress.wrongInARow), \(progress.helpAskedAt))
            ON CONFLICT (account_id, course, lesson) DO UPDATE SET
                events = excluded.events, completed_steps = excluded.completed_steps,
                started_at = excluded.started_at, last_active_at = excluded.last_active_at,
                finished_at = excluded.finished_at, stuck_on = excluded.stuck_on,
                wrong_in_a_row = excluded.wrong_in_a_row, help_asked_at = excluded.help_asked_at
            """)
    }

    func remove(
        of account: AccountID, in course: CourseID, _ lesson: LessonID, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            DELETE FROM lesson_progress
            WHERE account_id = \(account) AND course = \(course.rawValue) AND lesson = \(lesson.rawValue)
            """)
    }
}
