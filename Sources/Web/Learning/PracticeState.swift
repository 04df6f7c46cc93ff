import Courseware

/// Where somebody is in a practice. It travels in the address and in the form, so that the browser's back button and
/// two tabs work by themselves, and nothing is kept of it.
struct PracticeState: Sendable, Equatable {
    var flags: Set<PracticeFlag>
    /// The lesson and step to go back to: `inloggen/oefenen`.
    var origin: String

    init(_ form: Form) {
        flags = Set(form["v"].split(separator: ".").map(String.init).filter { $0.utf8.count <= 80 }.prefix(50))
        origin = form["les"]
    }

    init(flags: Set<PracticeFlag>, origin: String) {
        self.flags = flags
        self.origin = origin
    }

    private var flagText: String { flags.sorted().joined(separator: ".") }

    /// `?v=ingelogd&les=inloggen/oefenen`
    var query: String {
        let parts = [("v", flagText), ("les", origin)].filter { !$0.1.isEmpty }
        return parts.isEmpty ? "" : "?" + parts.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
    }

    var fields: [(name: String, value: String)] { [("v", flagText), ("les", origin)] }

    /// The step that the practice was opened from; else the first step of the course that has it.
    func place(of practice: Practice, in course: Course) -> (lesson: Lesson, step: Step)? {
        let parts = origin.split(separator: "/").map(String.init)
        if parts.count == 2, let id = LessonID(rawValue: parts[0]), let lesson = course.lesson(id),
            let stepID = StepID(rawValue: parts[1]), let step = lesson.step(stepID)
        {
            return (lesson, step)
        }
        for lesson in course.lessons {
            if let step = lesson.steps.first(where: { $0.practices.contains(practice.id) }) { return (lesson, step) }
        }
        return nil
    }
}
