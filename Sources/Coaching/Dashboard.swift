package import Courseware
package import Learning
package import Storage

/// How a group stands in one course: per learner and lesson, with who needs help first.
package struct Dashboard: Sendable {
    package struct Cell: Sendable, Equatable {
        package let lesson: LessonID
        package let state: LessonProgress.State
    }

    package struct Line: Sendable {
        package let member: Member
        /// The lessons that were begun; the others are not started.
        package let cells: [LessonID: LessonProgress.State]
        package let lastActiveAt: Instant?

        package var needsHelp: Bool { cells.values.contains(.needsHelp) }
        package func state(of lesson: LessonID) -> LessonProgress.State { cells[lesson] ?? .notStarted }
    }

    /// Who needs help first, then by name.
    package let lines: [Line]

    /// One query for the whole group.
    package init(of group: GroupID, in course: CourseID, on connection: any Connection) throws(StorageError) {
        let rows = try connection.rows(
            """
            SELECT account.id, account.name, lesson, last_active_at, finished_at, wrong_in_a_row, help_asked_at
            FROM group_member JOIN account ON account.id = group_member.account_id
            LEFT JOIN lesson_progress
            ON lesson_progress.account_id = group_member.account_id AND course = \(course.rawValue)
            WHERE group_id = \(group) AND left_at IS NULL AND closed_at IS NULL
            ORDER BY account.name, account.id
            """)
        var lines: [Line] = []
        for row in rows {
            let id: AccountID = try row["id"]
            let name: String? = try row["name"]
            let lesson: String? = try row["lesson"]
            let activeAt: Instant? = try row["last_active_at"]
            let earlier = lines.last?.member.account == id ? lines.removeLast() : nil
            var cells = earlier?.cells ?? [:]
            if let lesson {
                cells[LessonID(unchecked: lesson)] = LessonProgress.state(
                    finishedAt: try row["finished_at"], wrongInARow: try row["wrong_in_a_row"],
                    helpAskedAt: try row["help_asked_at"])
            }
            lines.append(
                Line(
                    member: Member(account: id, name: name ?? ""), cells: cells,
                    lastActiveAt: [earlier?.lastActiveAt, activeAt].compactMap(\.self).max()))
        }
        self.lines = lines.filter(\.needsHelp) + lines.filter { !$0.needsHelp }
    }
}
