import ArgumentParser
import Courseware
import Foundation

/// `meedoen measure [PATH …]`
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Say how easy lessons read: words, words in a sentence, and reading ease of each step.",
        discussion: """
            Reading ease is Flesch-Douma for Dutch and Flesch for English: 0 very hard, 100 very easy. PATH is as for \
            meedoen check. No formula certifies a level such as B1: these are measures.
            """)

    @Argument(help: "What to measure.") var paths: [String] = ["."]

    func run() throws {
        for path in paths {
            do {
                for lesson in try CheckTarget(path).measures() {
                    print("\(lesson.path)\n    ease  words  words in a sentence")
                    for measure in [lesson.whole] + lesson.steps { print(line(measure)) }
                }
            } catch {
                throw error.exit
            }
        }
    }

    private func line(_ measure: LessonMeasures.Measure) -> String {
        String(format: "%8.1f %6d %5.1f  ", measure.readingEase, measure.words, measure.wordsPerSentence) + measure.title
    }
}
