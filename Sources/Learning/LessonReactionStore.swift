package import Courseware
package import Storage

/// What learners thought of lessons, in the database.
package struct LessonReactionStore: Sendable {
    package init() {}

    /// In place of what the learner said of the lesson before.
    package func save(_ reaction: LessonReaction, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO lesson_reaction (account_id, course, lesson, language, face, sentence, reacted_at)
            VALUES (
                \(reaction.account), \(reaction.course.rawValue), \(reaction.lesson.rawValue),
                \(reaction.language.rawValue), \(reaction.face), \(reaction.sentence), \(reaction.reactedAt))
            ON CONFLICT (account_id, course, lesson) DO UPDATE SET
                language = excluded.language, face = excluded.face, sentence = excluded.sentence,
                reacted_at = excluded.reacted_at
            """)
    }

    package func reaction(
        of account: AccountID, to lesson: Lesson, on connection: any Connection
    ) throws(StorageError) -> LessonReaction? {
        let row = try connection.row(
            """
            SELECT * FROM lesson_reaction WHERE account_id = \(account)
            AND course = \(lesson.course.rawValue) AND lesson = \(lesson.id.rawValue)
            """)
        guard let row else { return nil }
        return try LessonReaction(row)
    }

    /// The newest first.
    package func reactions(
        to lesson: Lesson, on connection: any Connection
    ) throws(StorageError) -> [LessonReaction] {
        var reactions: [LessonReaction] = []
        let rows = try connection.rows(
            """
            SELECT * FROM lesson_reaction WHERE course = \(lesson.course.rawValue) AND lesson = \(lesson.id.rawValue)
            ORDER BY reacted_at DESC, account_id
            """)
        for row in rows { reactions.append(try LessonReaction(row)) }
        return reactions
    }

    /// Hands what was said in a browser without a name to the account that signs in there; what the account said
    /// itself stays.
    func move(from old: AccountID, to new: AccountID, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO lesson_reaction (account_id, course, lesson, language, face, sentence, reacted_at)
            SELECT \(new), course, lesson, language, face, sentence, reacted_at
            FROM lesson_reaction WHERE account_id = \(old)
            ON CONFLICT (account_id, course, lesson) DO NOTHING
            """)
        try connection.execute("DELETE FROM lesson_reaction WHERE account_id = \(old)")
    }
}
