import Courseware
import Foundation
import Markup
import Testing

/// A course folder of one test alone.
struct TestCourse {
    let root = NSTemporaryDirectory() + "meedoen-\(UUID().uuidString)"

    init(_ files: [String: String]) throws {
        for (path, text) in files {
            let url = URL(fileURLWithPath: "\(root)/\(path)")
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    var library: Library { LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content").read() }

    /// One lesson with one step that holds this text.
    static func step(_ text: String, glossary: String = "") throws -> StepText {
        let course = try TestCourse([
            "Courses/proef/course.md": "---\ntitle: Proef\n---\n",
            "Courses/proef/01-les.md": "---\ntitle: Les\n---\n\n## Stap {#stap}\n\n\(text)\n",
            "Content/glossary/nl.md": glossary,
        ])
        return try #require(course.library.courses.first?.lessons.first?.steps.first).texts[.dutch]
    }
}

extension StepText {
    var prose: String {
        parts.map { part in if case .prose(let html) = part { html.string } else { "" } }.joined()
    }

    var question: Question? {
        for case .question(let question) in parts { return question }
        return nil
    }

    var checklist: Checklist? {
        for case .checklist(let list) in parts { return list }
        return nil
    }
}
