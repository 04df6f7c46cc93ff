extension FuzzedSite {
    /// The site as it is when nothing in it is hostile.
    package static let good = [
        "Courses/proef/course.md": """
            ---
            title: Proef
            summary: Een proef.
            audience: learner
            level: basis-1
            status: published
            ---

            Welkom.
            """,
        "Courses/proef/01-les.md": """
            ---
            title: Les
            minutes: 5
            goals: [Je kunt het.]
            checked: 2026-11-01
            sources: [https://www.digid.nl]
            ---

            ## Eén {#een}

            Zie [de brief](term:brief) en [stap twee](#twee). ![een brief](images/brief.svg)

            > [!QUESTION] {#wie}
            > Wie?
            >
            > - [ ] Jij
            >   Nee.
            > - [x] Ik

            ## Twee {#twee}

            - [ ] Klaar

            [Oefen](practices/oefenen.md)
            """,
        "Courses/proef/01-les.en.md": """
            ---
            title: Lesson
            minutes: 5
            goals: [You can do it.]
            checked: 2026-11-01
            sources: [https://www.digid.nl]
            ---

            ## One {#een}

            See [step two](#twee).

            ## Two {#twee}

            [Practise](practices/oefenen.md)
            """,
        "Courses/proef/practices/oefenen.md": """
            ---
            title: Oefenen
            site: Oefenstad
            address: www.oefenstad.example
            goal: Log in.
            persona: fatma
            tasks:
              ingelogd: Log in
            ---

            ## Begin {#start}

            | Veld | Soort | Antwoord | Hulp |
            | --- | --- | --- | --- |
            | Naam | text | {naam} | Kijk op het kaartje. |

            **[Verder](#klaar "+ingelogd")**

            ## Klaar {#klaar}

            {?ingelogd} Goed.
            """,
        "Courses/proef/images/brief.svg": "<svg viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\" fill=\"#fff\"/></svg>",
        "Content/glossary/nl.md": "## brief {#brief}\nAlso: brieven\n\nPost op papier.\n",
        "Content/personas/fatma.md": "---\nname: Fatma\ndetails:\n  naam: Fatma\n---\nFatma bestaat niet.\n",
        "Content/services/post.md": """
            ---
            title: Post
            organisation: Oefenstad
            theme: Post
            risk: low
            max_days: 30
            acts:
              lezen: Meelezen
            ---
            Samen post lezen.
            """,
        "Content/pages/about.nl.md": "---\ntitle: Over\n---\nOver ons.\n",
        "Content/mandate/2026-01-01.nl.md": "---\ntitle: Afspraak\n---\nWij spreken af.\n",
        "Content/interface/nl.yml": "callout:\n  tip: Tip\n",
        "Content/jargon/nl.txt": "betreffende = over\n",
    ]
}
