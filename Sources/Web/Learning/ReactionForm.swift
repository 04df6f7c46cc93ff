import Courseware
import Learning
import Markup

/// What did you think of this lesson? Three faces, and a sentence for who likes to.
struct ReactionForm {
    let ink: Ink
    let lesson: Lesson
    /// What the learner said before, or tries to say now.
    var face: LessonReaction.Face?
    var sentence = ""
    var refusal: LessonReactionRefusal?

    private var labels: Labels { ink.labels }

    var html: HTML {
        #"""
        <form method="post" action="\#(Path.reaction(lesson.course, lesson.id).text)" novalidate>
        <fieldset\#(if: faceProblem != nil, #" aria-describedby="gezicht-fout""#)>
        <legend>\#(labels["reaction.question"])</legend>
        \#(faceProblem.map { #"<p class="error" id="gezicht-fout">\#($0)</p>"# as HTML })<div class="face-choices">
        \#(each: LessonReaction.Face.allCases, choice)</div>
        </fieldset>
        \#(TextField(name: "zin", label: labels["reaction.sentence"], kind: .multiline, help: labels["reaction.sentence-help"], value: sentence, error: sentenceProblem, isRequired: false).html)
        <button class="quiet">\#(labels["reaction.send"])</button>
        </form>

        """#
    }

    private func choice(_ face: LessonReaction.Face) -> HTML {
        #"""
        <div class="choice"><input type="radio" name="gezicht" id="gezicht-\#(face.rawValue)" value="\#(face.rawValue)"\#(if: face == self.face, " checked")>\#
        <label for="gezicht-\#(face.rawValue)">\#(FaceMark(face).html) \#(labels["reaction.face.\(face.rawValue)"])</label></div>

        """#
    }

    private var faceProblem: String? { refusal == .faceMissing ? labels["reaction.face-missing"] : nil }

    private var sentenceProblem: String? {
        switch refusal {
        case .sentenceTooLong: labels["reaction.too-long", ["count": String(LessonReaction.longestSentence)]]
        case .citizenNumber: labels["reaction.citizen-number"]
        case .faceMissing, nil: nil
        }
    }

    /// For above the page.
    var problems: [(field: String, sentence: String)] {
        [
            faceProblem.map { ("gezicht-\(LessonReaction.Face.glad.rawValue)", $0) },
            sentenceProblem.map { ("zin", $0) },
        ].compactMap(\.self)
    }
}
