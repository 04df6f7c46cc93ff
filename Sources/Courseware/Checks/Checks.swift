/// One thing that authors can get wrong, with the name by which `check` calls it.
protocol Check: Sendable {
    func findings(in site: CheckedSite) -> [Finding]
}

/// Everything that authors can get wrong.
enum Checks {
    static let all: [any Check] = [
        KeysAreKnown(), KeysArePresent(), IdsAreUnique(), IdsArePresent(), LinksLeadSomewhere(), AnchorsExist(),
        ImagesExist(), ImagesHaveAltText(), HTMLIsLeftOut(), HeadingsGoDownOneByOne(), StepsHaveContent(),
        QuestionsHaveAnswers(), QuestionsAreOfAKnownKind(), TermsAreExplained(), PersonasExist(), FormsCanBeFilledIn(), FlagsAreSet(),
        ServicesExist(), ScreensLeadOn(), ScreensAreReached(), PracticesCanBeFinished(), NumbersAreNobodys(),
        TranslationsHaveTheSameSteps(), LinksAreSafe(),
        QuestionsHaveIds(), AnswersHaveFeedback(), LessonsHaveSources(), FactsAreFresh(), StepsAreShort(), LinksSayWhere(),
        SentencesAreShort(), SentencesAreActive(), WordsAreEasy(), WordsArePlain(), TextsAreReadable(),
        TranslationsAreFresh(), QuestionsAreTranslatedWhole(), FormsAreTranslatedWhole(), PicturesHaveContrast(), FilesAreRead(), LabelsAreComplete(),
    ]

    /// - Returns: sorted by place.
    static func findings(in site: CheckedSite) -> [Finding] {
        (site.documents.all.flatMap(\.troubles) + all.flatMap { $0.findings(in: site) }).inOrder
    }
}
