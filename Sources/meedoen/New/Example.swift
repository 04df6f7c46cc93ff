import Foundation

/// A file to begin with, that passes `check` and shows how the format is written.
struct Example {
    let path: String
    let text: String

    private static func title(_ id: String) -> String {
        let words = id.replacingOccurrences(of: "-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The course with a first lesson and a first practice.
    static func course(_ id: String, in courses: String) -> [Example] {
        let folder = "\(courses)/\(id)"
        let course = Example(
            path: "\(folder)/course.md",
            text: """
                ---
                title: \(title(id))
                summary: Schrijf hier in één zin wat je leert.
                audience: learner
                level: basis-1
                digcomp: ["2.6"]
                status: draft
                ---

                Welkom bij deze cursus. Schrijf hier voor wie de cursus is.

                Alleen auteurs zien deze cursus. Is hij klaar? Verander dan `status: draft` in `status: published`.

                """)
        return [course, lesson("begin", number: 1, in: folder, practice: "oefenen"), practice("oefenen", in: folder)]
    }

    static func lesson(_ id: String, number: Int, in course: String, practice: String? = nil) -> Example {
        let practising = practice.map { "\n## Nu zelf {#oefenen}\n\nJe oefent op een website die niet echt is. Je kunt niets fout doen.\n\n[Oefen: inloggen](practices/\($0).md)\n" }
        return Example(
            path: "\(course)/\(number < 10 ? "0" : "")\(number)-\(id).md",
            text: """
                ---
                title: \(title(id))
                minutes: 10
                goals:
                  - Je weet waar deze les over gaat.
                checked: \(Surroundings.today)
                sources:
                  - https://www.digid.nl
                ---

                Elke kop met ## is een stap: één scherm. Deze tekst staat boven de eerste stap.

                ## Wat heb je nodig? {#nodig}

                Schrijf korte zinnen. Leg een moeilijk woord uit in de woordenlijst.

                - [ ] Ik heb mijn telefoon bij me
                - [ ] Ik heb tien minuten tijd

                > [!TIP]
                > Neem rustig de tijd.

                ## Wat weet je nu? {#vraag}

                > [!QUESTION] {#wie-mag}
                > Wie mag jouw wachtwoord weten?
                >
                > - [ ] Mijn buurman
                >   Nee. Ook iemand die je kent mag het niet weten.
                > - [x] Alleen ik
                >   Goed zo. Je wachtwoord is alleen van jou.
                \(practising ?? "")
                """)
    }

    static func practice(_ id: String, in course: String) -> Example {
        Example(
            path: "\(course)/practices/\(id).md",
            text: """
                ---
                title: \(title(id))
                site: Gemeente Oefenstad
                address: www.oefenstad.example
                goal: Log in bij de gemeente en lees het bericht.
                tasks:
                  ingelogd: Log in
                  bericht-gelezen: Lees het bericht
                ---

                ## Welkom {#start}

                Regel hier uw zaken.

                **[Inloggen](#inloggen)**

                ## Inloggen {#inloggen}

                | Veld | Soort | Antwoord | Hulp |
                | ---- | ----- | -------- | ---- |
                | Naam | text  | *        | Typ een naam. Elke naam is goed. |

                **[Inloggen](#mijn-oefenstad "+ingelogd")** [Terug](#start)

                ## Mijn Oefenstad {#mijn-oefenstad}

                {?bericht-gelezen} U hebt geen nieuwe berichten.

                {!bericht-gelezen} [1 nieuw bericht](#bericht "+bericht-gelezen")

                ## Bericht van de gemeente {#bericht}

                Uw paspoort ligt klaar.

                [Terug](#mijn-oefenstad)

                """)
    }

    static func service(_ id: String, in content: String) -> Example {
        Example(
            path: "\(content)/services/\(id).md",
            text: """
                ---
                title: \(title(id))
                organisation: Gemeente Oefenstad
                theme: wonen
                risk: low
                max_days: 30
                acts:
                  samen-kijken: Samen met jou kijken op de website
                  samen-invullen: Samen met jou een formulier invullen
                ---

                Schrijf hier wat dit is, en waarbij een helper kan helpen.

                """)
    }
}
