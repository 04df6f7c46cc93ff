package import Courseware
package import Storage

/// The log of learning, in the database. It only grows.
package struct LearningEventStore: Sendable {
    package init() {}

    /// Whether the event was new.
    func insert(
        _ event: LearningEvent, place: Int, receivedAt: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        let kept = KeptDeed(event.deed)
        return try connection.execute(
            """
            INSERT INTO learning_event (
                id, account_id, course, lesson, place, step, kind, subject, details, occurred_at, received_at)
            VALUES (
                \(event.id), \(event.account), \(event.course.rawValue), \(event.lesson.rawValue), \(place),
                \(event.step?.rawValue), \(kept.kind), \(kept.subject), \(kept.details),
                \(event.occurredAt), \(receivedAt))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    /// What one learner did in one lesson, in its order.
    package func events(
        of account: AccountID, in course: CourseID, _ lesson: LessonID, on connection: any Connection
    ) throws(StorageError) -> [LearningEvent] {
        try events(
            """
            WHERE account_id = \(account) AND course = \(course.rawValue) AND lesson = \(lesson.rawValue)
            ORDER BY place
            """, on: connection)
    }

    /// What one learner did in one step, in its order.
    package func events(
        of account: AccountID, in course: CourseID, _ lesson: LessonID, _ step: StepID,
        on connection: any Connection
    ) throws(StorageError) -> [LearningEvent] {
        try events(
            """
            WHERE account_id = \(account) AND course = \(course.rawValue) AND lesson = \(lesson.rawValue)
            AND step = \(step.rawValue) ORDER BY place
            """, on: connection)
    }

    /// Everything that one learner did, lesson by lesson.
    package func events(of account: AccountID, on connection: any Connection) throws(StorageError) -> [LearningEvent] {
        try events("WHERE account_id = \(account) ORDER BY course, lesson, place", on: connection)
    }

    private func events(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [LearningEvent] {
        var events: [LearningEvent] = []
        for row in try connection.rows("SELECT * FROM learning_event \(filter)") { events.append(try LearningEvent(row)) }
        return events
    }

    /// Hands the events of one lesson to another account, behind its own.
    func move(
        from old: AccountID, to new: AccountID, in course: CourseID, _ lesson: LessonID, behind place: Int,
        on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            UPDATE learning_event SET account_id = \(new), place = place + \(place)
            WHERE account_id = \(old) AND course = \(course.rawValue) AND lesson = \(lesson.rawValue)
            """)
    }
}

extension LearningEvent {
    fileprivate init(_ row: Row) throws(StorageError) {
        let step: String? = try row["step"]
        let kept = KeptDeed(kind: try row["kind"], subject: try row["subject"], details: try row["details"])
        guard let deed = kept.deed else { throw .unexpectedValue(column: "kind", expected: "a deed") }
        self.init(
            id: try row["id"], account: try row["account_id"], course: CourseID(unchecked: try row["course"]),
            lesson: LessonID(unchecked: try row["lesson"]), step: step.map(StepID.init(unchecked:)), deed: deed,
            occurredAt: try row["occurred_at"])
    }
}
