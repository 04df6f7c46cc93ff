struct LinksLeadSomewhere: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.courseDocuments.flatMap { folder, document in
            document.links.compactMap { link in
                guard let problem = problem(LinkTarget(link.destination), folder, site.map) else { return nil }
                return document.finding(
                    link.line, link.column, "broken-link", "“\(link.destination)” \(problem)", "name a file that is there")
            } + required(document, site.map)
        } + site.documents.services.flatMap { lessons(of: $0, site.map) }
            + (site.documents.pages + site.documents.mandateTexts + site.documents.services + site.documents.personas)
            .flatMap(outsideCourses)
    }

    private func problem(_ target: LinkTarget, _ folder: CheckedSite.Folder, _ map: SiteMap) -> String? {
        let course: (String?) -> CourseID? = { CourseID(rawValue: $0 ?? folder.id) }
        switch target {
        case .lessonFile(let other, let file, _):
            guard let course = course(other), let lesson = FileNames.lesson(FileNames.stem(file)), map.has(lesson, in: course)
            else { return "is no lesson that exists" }
        case .courseFile(let other):
            guard let course = course(other), map.has(course) else { return "is no course that exists" }
        case .practiceFile(let other, let file):
            guard let course = course(other), let practice = PracticeID(rawValue: FileNames.stem(file)),
                map.has(practice, in: course)
            else { return "is no practice that exists" }
        case .unknownFile: return "is no file that a lesson can lead to"
        case .here, .term, .service, .outside, .unsafe: return nil
        }
        return nil
    }

    private func required(_ document: Document, _ map: SiteMap) -> [Finding] {
        guard let entry = document.frontMatter.entry("requires"), case .list(let courses) = entry.value else { return [] }
        return courses.filter { CourseID(rawValue: $0).map(map.has) != true }.map {
            document.finding(
                entry.line, entry.column, "broken-link", "the required course “\($0)” does not exist", "name a folder of Courses")
        }
    }

    private func lessons(of service: Document, _ map: SiteMap) -> [Finding] {
        guard let entry = service.frontMatter.entry("lessons"), case .list(let lessons) = entry.value else { return [] }
        return lessons.filter { text in
            LessonReference(text: text).map { map.has($0.lesson, in: $0.course) } != true
        }.map {
            service.finding(
                entry.line, entry.column, "broken-link", "the lesson “\($0)” does not exist", "write course/lesson, such as digid/inloggen")
        }
    }

    /// A page of the site stands in no course, so a file means nothing there.
    private func outsideCourses(_ document: Document) -> [Finding] {
        document.links.compactMap { link in
            switch LinkTarget(link.destination) {
            case .lessonFile, .practiceFile, .unknownFile, .courseFile(course: nil):
                document.finding(
                    link.line, link.column, "broken-link", "“\(link.destination)” means nothing outside a course",
                    "link to a course by ../<course>/course.md, or to a web address")
            case .courseFile, .here, .term, .service, .outside, .unsafe: nil
            }
        }
    }
}
