extension Migrations {
    static let learning = Migration(
        name: "learning",
        statements: [
            // What happened. The id comes from the form that was sent, so that the same form twice counts once; the
            // place is its number among the events of one learner in one lesson, from 1.
            """
            CREATE TABLE learning_event (
                id TEXT PRIMARY KEY,
                account_id TEXT NOT NULL REFERENCES account (id),
                course TEXT NOT NULL,
                lesson TEXT NOT NULL,
                place INTEGER NOT NULL,
                step TEXT,
                kind TEXT NOT NULL CHECK (
                    kind IN ('completed', 'answered', 'ticked', 'unticked', 'practised', 'stumbled',
                        'asked_for_help', 'helped', 'finished')),
                subject TEXT,
                details TEXT,
                occurred_at INTEGER NOT NULL,
                received_at INTEGER NOT NULL,
                UNIQUE (account_id, course, lesson, place)
            ) STRICT
            """,
            // How far a learner is in one lesson: a fold over the events, kept beside them in the same transaction.
            // Steps stand in completed_steps with a space between them.
            """
            CREATE TABLE lesson_progress (
                account_id TEXT NOT NULL REFERENCES account (id),
                course TEXT NOT NULL,
                lesson TEXT NOT NULL,
                events INTEGER NOT NULL,
                completed_steps TEXT NOT NULL,
                started_at INTEGER NOT NULL,
                last_active_at INTEGER NOT NULL,
                finished_at INTEGER,
                stuck_on TEXT,
                wrong_in_a_row INTEGER NOT NULL,
                help_asked_at INTEGER,
                PRIMARY KEY (account_id, course, lesson)
            ) STRICT
            """,
        ])
}
