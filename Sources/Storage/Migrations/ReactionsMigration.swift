extension Migrations {
    static let reactions = Migration(
        name: "reactions",
        statements: [
            // What a learner thought of a lesson. The last word counts: one row for each learner and lesson.
            """
            CREATE TABLE lesson_reaction (
                account_id TEXT NOT NULL REFERENCES account (id),
                course TEXT NOT NULL,
                lesson TEXT NOT NULL,
                language TEXT NOT NULL,
                face TEXT NOT NULL CHECK (face IN ('glad', 'so-so', 'sad')),
                sentence TEXT NOT NULL,
                reacted_at INTEGER NOT NULL,
                PRIMARY KEY (account_id, course, lesson)
            ) STRICT
            """,
            "CREATE INDEX lesson_reaction_of_lesson ON lesson_reaction (course, lesson)",
            // For what authors look at: everybody's progress and trouble in one lesson.
            "CREATE INDEX lesson_progress_of_lesson ON lesson_progress (course, lesson)",
            """
            CREATE INDEX learning_event_of_trouble ON learning_event (course, lesson)
            WHERE kind IN ('answered', 'asked_for_help')
            """,
        ])
}
