/// Turns things of the library into addresses of the site. Handed in by whoever serves them: the library itself
/// knows no address.
package struct Addresses: Sendable {
    package var course: @Sendable (CourseID) -> String
    package var lesson: @Sendable (CourseID, LessonID, StepID?) -> String
    package var practice: @Sendable (CourseID, PracticeID) -> String
    package var service: @Sendable (ServiceID) -> String
    package var picture: @Sendable (CourseID, _ file: String) -> String

    package init(
        course: @escaping @Sendable (CourseID) -> String,
        lesson: @escaping @Sendable (CourseID, LessonID, StepID?) -> String,
        practice: @escaping @Sendable (CourseID, PracticeID) -> String,
        service: @escaping @Sendable (ServiceID) -> String,
        picture: @escaping @Sendable (CourseID, String) -> String
    ) {
        self.course = course
        self.lesson = lesson
        self.practice = practice
        self.service = service
        self.picture = picture
    }

    /// For reading without a site: checks and tests.
    package static let none = Addresses(
        course: { "#\($0)" }, lesson: { "#\($0)/\($1)\($2.map { "/\($0)" } ?? "")" }, practice: { "#\($0)/\($1)" },
        service: { "#\($0)" },
        picture: { "#\($0)/\($1)" })
}
