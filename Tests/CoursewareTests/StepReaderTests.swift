import Courseware
import Markup
import Testing

@Suite struct StepReaderTests {
    @Test func `the first mention of a hard word is explained, by every form it has`() throws {
        let step = try TestCourse.step(
            "Je BSN. Nog eens je bsn. [Een](https://bsn.example) link.",
            glossary: "## burgerservicenummer {#bsn}\n\nAlso: BSN, bsn-nummer\n\nJe eigen nummer.\n")
        #expect(step.terms.map(\.id.rawValue) == ["bsn"])
        #expect(step.prose.split(separator: "popovertarget=\"term-bsn\"").count == 2)
        #expect(step.prose.contains("Nog eens je bsn."))
    }

    @Test(arguments: ["mijn.overheid.nl", "info@overheid.nl", "overheid.nl/mijn"])
    func `a word in an address is not explained`(address: String) throws {
        let step = try TestCourse.step("Ga naar \(address). Overheid!", glossary: "## overheid {#overheid}\n\nHet land.\n")
        #expect(step.prose.contains("Ga naar \(address). <button"))
    }

    @Test func `a hard word of two parts is found over the end of a line`() throws {
        let step = try TestCourse.step(
            "Dit is je eigen\nrisico, en je EIGEN RISICO.", glossary: "## eigen risico {#risico}\n\nWat je zelf betaalt.\n")
        #expect(step.terms.map(\.word) == ["eigen risico"])
        #expect(step.prose.contains("popovertarget=\"term-risico\">eigen\nrisico,</button> en je EIGEN RISICO."))
    }

    @Test(arguments: ["Je BSN. Ja.", "Je **BSN**. Ja.", "Je *BSN*. Ja.", "Je [nummer](term:bsn). Ja."])
    func `the sign after a hard word stays with it`(text: String) throws {
        let prose = try TestCourse.step(text, glossary: "## BSN {#bsn}\n\nJe nummer.\n").prose
        #expect(prose.contains(".</button>") && prose.hasSuffix(" Ja.</p>\n"))
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//elders.example", "JavaScript:x", "/inloggen", "vbscript:x"])
    func `an unsafe address never reaches a page`(address: String) throws {
        let prose = try TestCourse.step("[klik](\(address)) ![x](\(address))").prose
        #expect(prose.contains("klik"))
        #expect(!prose.contains("href") && !prose.contains("src"))
    }

    @Test func `a link to the real world says so`() throws {
        let prose = try TestCourse.step("[DigiD](https://www.digid.nl)").prose
        #expect(prose.contains("href=\"https://www.digid.nl\""))
        #expect(prose.contains("class=\"external\"") && prose.contains("visually-hidden"))
    }

    @Test func `a task list outside a question is a checklist`() throws {
        let list = try #require(try TestCourse.step("- [ ] Ik heb mijn telefoon bij me\n- [ ] Ik heb tijd").checklist)
        #expect(list.items.map(\.id) == ["1.1", "1.2"])
        #expect(list.items.first?.label.string == "Ik heb mijn telefoon bij me")
    }

    @Test func `what stands under an item belongs to it, whether that can be ticked or not`() throws {
        let list = try #require(
            try TestCourse.step("- Neem mee\n\n  > [!TIP]\n  > Een tas.\n- Verder\n  - [ ] Mijn pas\n- [ ] Mijn brief").checklist)
        #expect(list.items.map(\.id) == [nil, nil, "1.1", "1.2"])
        #expect(list.items.first?.more.string.contains("Een tas.") == true)
    }

    @Test func `what stands in a call-out can be ticked too`() throws {
        let step = try TestCourse.step("- [ ] Eerst\n\n> [!TIP]\n> Denk aan:\n>\n> - [ ] je pas")
        guard case .callout(.tip, _, let parts)? = step.parts.last else {
            Issue.record("no call-out")
            return
        }
        #expect(parts.count == 2)
        #expect(step.checklists.flatMap(\.items).map(\.id) == ["1.1", "2.1"])
    }

    @Test func `a word that is linked where nothing can be pressed is explained below`() throws {
        let glossary = "## brief {#brief}\n\nPost op papier.\n"
        let step = try TestCourse.step("- [ ] Ik heb een [brief](term:brief)", glossary: glossary)
        #expect(step.checklist?.items.first?.label.string == "Ik heb een brief")
        #expect(step.terms.map(\.id.rawValue) == ["brief"])
        #expect(step.prose.contains("popovertarget=\"term-brief\">brief</button></p>"))
        let marked = try TestCourse.step("Een [brief](term:brief).\n\n- [ ] Ik heb een [brief](term:brief)", glossary: glossary)
        #expect(marked.prose.ranges(of: "popovertarget").count == 1)
    }

    @Test func `a call-out has its name before it`() throws {
        let prose = try TestCourse.step("> [!WARNING]\n> Geef je code aan niemand.").prose
        #expect(prose.contains("callout-warning"))
        #expect(prose.contains("<p>Geef je code aan niemand.</p>"))
    }

    @Test func `raw HTML is left out`() throws {
        #expect(!(try TestCourse.step("Hallo <img src=x onerror=y> <script>x</script>").prose.contains("<img")))
    }
}
