/// Courses in the order in which they can be done.
enum CourseOrder {
    /// What a course requires comes first; otherwise by id. Courses that require each other end as they began.
    static func sorted(_ courses: [Course]) -> [Course] {
        var left = courses.sorted { $0.id < $1.id }
        var placed: [Course] = []
        while !left.isEmpty {
            let ready = left.firstIndex { course in
                course.requires.allSatisfy { required in !left.contains { $0.id == required } }
            }
            placed.append(left.remove(at: ready ?? left.startIndex))
        }
        return placed
    }
}
