import Foundation
import ReaderFuzz
import Testing

/// Hostile files: no crash, no hang, no text that is not escaped, and every finding in its place. script/fuzz tries many more.
@Suite(.timeLimit(.minutes(10))) struct ReaderFuzzTests {
    @Test func `the site without a hostile file is as it should be`() throws {
        let place = "Courses/proef/01-les.md"
        #expect(try FuzzedSite().complaints(about: Array((FuzzedSite.good[place] ?? "").utf8), in: place) == [])
    }

    @Test func `every nasty file is survived`() throws {
        let site = try FuzzedSite()
        for file in NastyFile.all { #expect(try site.complaints(about: file.bytes, in: file.place) == [], "\(file)") }
    }

    @Test func `hundreds of changed files of the real courses are survived`() throws {
        let seeds = try PublishedFiles.all()
        let site = try FuzzedSite()
        var mutation = Mutation(seed: 2026)
        for _ in 0..<150 {
            guard let seed = seeds.randomElement(using: &mutation) else { return }
            let bytes = mutation.change(seed.bytes, others: seeds.map(\.bytes))
            let complaints = try site.complaints(about: bytes, in: seed.place)
            #expect(complaints == [], "\(seed.place): \(String(decoding: bytes, as: UTF8.self))")
        }
    }
}

/// The files of Courses and Content, with the place of the fuzzed site that is like theirs.
enum PublishedFiles {
    static func all() throws -> [(place: String, bytes: [UInt8])] {
        let root = PublishedCoursesTests.root
        return try ["Courses", "Content"].flatMap { try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\($0)") }.sorted()
            .compactMap { path in
                guard let place = place(path), let data = ["Courses", "Content"].lazy.compactMap({
                    FileManager.default.contents(atPath: "\(root)/\($0)/\(path)")
                }).first else { return nil }
                return (place, Array(data))
            }
    }

    private static func place(_ path: String) -> String? {
        let kinds = [
            ("practices/", "Courses/proef/practices/oefenen.md"), ("images/", "Courses/proef/images/brief.svg"),
            ("glossary/", "Content/glossary/nl.md"), ("personas/", "Content/personas/fatma.md"),
            ("services/", "Content/services/post.md"), ("pages/", "Content/pages/about.nl.md"),
            ("mandate/", "Content/mandate/2026-01-01.nl.md"), ("interface/", "Content/interface/nl.yml"),
            ("jargon/", "Content/jargon/nl.txt"), ("course.", "Courses/proef/course.md"), (".en.md", "Courses/proef/01-les.en.md"),
        ]
        guard [".md", ".svg", ".yml", ".txt"].contains(where: path.hasSuffix), !path.contains("words/") else { return nil }
        return kinds.first { path.contains($0.0) }?.1 ?? "Courses/proef/01-les.md"
    }
}
