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

    /// The members, and one indexed query for all their progress. Its rows name a member by place, not by id: there
    /// are forty rows for each.
    package init(of group: GroupID, in course: CourseID, on connection: any Connection) throws(StorageError) {
        let members = try GroupStore().members(of: group, on: connection)
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($0.element.account, $0.offset) })
        var cells: [[LessonID: LessonProgress.State]] = Array(repeating: [:], count: members.count)
        var active: [Instant?] = Array(repeating: nil, count: members.count)
        var last: (account: String, place: Int?) = ("", nil)
        let rows = try connection.rows(
            """
            SELECT lesson_progress.account_id, lesson, last_active_at, finished_at, wrong_in_a_row, help_asked_at
            FROM group_member JOIN lesson_progress
            ON lesson_progress.account_id = group_member.account_id AND course = \(course.rawValue)
            WHERE group_id = \(group) AND left_at IS NULL ORDER BY lesson_progress.account_id
            """)
        for row in rows {
            let account: String = try row["account_id"]
            if account != last.account {
                last = (account, AccountID(rawValue: account).flatMap { places[$0] })
            }
            guard let place = last.place else { continue }
            let lesson: String = try row["lesson"]
            cells[place][LessonID(unchecked: lesson)] = LessonProgress.state(
                finishedAt: try row["finished_at"], wrongInARow: try row["wrong_in_a_row"],
                helpAskedAt: try row["help_asked_at"])
            let activeAt: Instant = try row["last_active_at"]
            active[place] = max(active[place] ?? activeAt, activeAt)
        }
        let lines = members.enumerated().map { place, member in
            Line(member: member, cells: cells[place], lastActiveAt: active[place])
        }
        self.lines = lines.filter(\.needsHelp) + lines.filter { !$0.needsHelp }
    }
}
