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

    /// In all files of the course that are in this language; pictures count for the source language.
    package func findings(of course: Course, in language: Language) -> [Finding] {
        findings(inFolderOf: course.id).filter { finding in
            let name = finding.path.lastPart(after: "/")
            return (FileNames.parts(name).language ?? course.texts.source) == language
        }
    }

    private func findings<Text>(
        in course: CourseID, _ texts: Localized<Text>, _ language: Language, _ isFile: (String, String) -> Bool
    ) -> [Finding] {
        let shown = texts.language(for: language)
        return findings(inFolderOf: course).filter { finding in
            let path = finding.path.split(separator: "/").map(String.init)
            let (stem, language) = FileNames.parts(path.last ?? "")
            return (language ?? texts.source) == shown && isFile(path.dropLast().last ?? "", stem)
        }
    }
}
