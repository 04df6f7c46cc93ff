package import Courseware
package import Storage

/// What all learners together did in lessons, added up from the database.
package struct LessonFiguresStore: Sendable {
    package init() {}

    package func figures(
        of lesson: Lesson, at now: Instant, on connection: any Connection
    ) throws(StorageError) -> LessonFigures {
        LessonFigures(
            lesson, try progress(in: lesson, on: connection), try troubles(in: lesson, on: connection), at: now)
    }

    /// Of each lesson of the course in which anybody did anything.
    package func tallies(
        of course: CourseID, on connection: any Connection
    ) throws(StorageError) -> [LessonID: LessonTally] {
        var tallies: [LessonID: LessonTally] = [:]
        let progress = try connection.rows(
            """
            SELECT lesson, COUNT(*) AS started, COUNT(finished_at) AS finished
            FROM lesson_progress WHERE course = \(course.rawValue) GROUP BY lesson
            """)
        for row in progress {
            let lesson = LessonID(unchecked: try row["lesson"])
            tallies[lesson, default: LessonTally()].started = try row["started"]
            tallies[lesson, default: LessonTally()].finished = try row["finished"]
        }
        let faces = try connection.rows(
            """
            SELECT lesson, face, COUNT(*) AS times
            FROM lesson_reaction WHERE course = \(course.rawValue) GROUP BY lesson, face
            """)
        for row in faces {
            let face: LessonReaction.Face = try row["face"]
            tallies[LessonID(unchecked: try row["lesson"]), default: LessonTally()].faces[face] = try row["times"]
        }
        return tallies
    }

    private func progress(
        in lesson: Lesson, on connection: any Connection
    ) throws(StorageError) -> [LessonProgress] {
        var progress: [LessonProgress] = []
        let rows = try connection.rows(
            """
            SELECT * FROM lesson_progress
            WHERE course = \(lesson.course.rawValue) AND lesson = \(lesson.id.rawValue)
            """)
        for row in rows { progress.append(try LessonProgress(row)) }
        return progress
    }

    private func troubles(
        in lesson: Lesson, on connection: any Connection
    ) throws(StorageError) -> [LessonFigures.Trouble] {
        var troubles: [LessonFigures.Trouble] = []
        let rows = try connection.rows(
            """
            SELECT step, kind, subject, details, COUNT(*) AS times, COUNT(DISTINCT account_id) AS learners
            FROM learning_event
            WHERE course = \(lesson.course.rawValue) AND lesson = \(lesson.id.rawValue)
            AND kind IN ('answered', 'asked_for_help') AND step IS NOT NULL
            GROUP BY step, kind, subject, details
            """)
        for row in rows {
            let step = StepID(unchecked: try row["step"])
            let learners: Int = try row["learners"]
            switch KeptDeed(kind: try row["kind"], subject: try row["subject"], details: try row["details"]).deed {
            case .askedForHelp: troubles.append(.askedForHelp(step, learners: learners))
            case .answered(let question, let answer, isRight: false):
                let wrong = LessonFigures.WrongAnswer(question, answer, times: try row["times"], learners: learners)
                troubles.append(.wrong(step, wrong))
            default: break
            }
        }
        return troubles
    }
}
