/// What can be mended in one file, in the language that is shown.
extension Library {
    package func findings(inCourseFileOf course: Course, _ language: Language) -> [Finding] {
        findings(in: course.id, course.texts, language) { folder, stem in folder == course.id.rawValue && stem == "course" }
    }

    package func findings(in lesson: Lesson, _ language: Language) -> [Finding] {
        findings(in: lesson.course, lesson.texts, language) { folder, stem in
            folder == lesson.course.rawValue && FileNames.lesson(stem) == lesson.id
        }
    }

    package func findings(in practice: Practice, _ language: Language) -> [Finding] {
        findings(in: practice.course, practice.texts, language) { folder, stem in
            folder == "practices" && stem == practice.id.rawValue
        }
    }

    /// Every finding of the course's folder, in every language.
    package func findings(of course: CourseID) -> [Finding] {
        findings.filter { $0.path.split(separator: "/").dropLast().suffix(2).contains(Substring(course.rawValue)) }
    }

    private func findings<Text>(
        in course: CourseID, _ texts: Localized<Text>, _ language: Language, _ isFile: (String, String) -> Bool
    ) -> [Finding] {
        let shown = texts.language(for: language)
        return findings(of: course).filter { finding in
            let parts = finding.path.split(separator: "/").map(String.init)
            let name = (parts.last ?? "").split(separator: ".").map(String.init)
            let written = name.count == 3 ? name[1] : texts.source.rawValue
            return written == shown.rawValue && isFile(parts.dropLast().last ?? "", name.first ?? "")
        }
    }
}
