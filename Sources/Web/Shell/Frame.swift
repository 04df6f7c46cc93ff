import Accounts
import Courseware
import Markup
import Storage

/// What stands around every page: the way in and out, the language, and the way to what can be trusted.
struct Frame {
    let page: any Page
    let labels: Labels
    let language: Language
    let languages: [Language]
    let visitor: Visitor
    let here: Path
    let assets: AssetAddresses
    let isDemonstration: Bool
    let preview: PreviewBar?
    /// Why a change of the courses is not on the site; only authors are told.
    let refused: [Finding]

    var html: HTML {
        #"""
        <!doctype html>
        <html lang="\#(labels.language.rawValue)"\#(if: labels.language.isRightToLeft, #" dir="rtl""#)>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\#(if: page.hasErrors, "\(labels["frame.error-prefix"]) ")\#(page.title) – Meedoen</title>
        <link rel="stylesheet" href="\#(assets.stylesheet)">
        <link rel="icon" href="\#(assets.icon)">
        <script src="\#(assets.script)" defer data-read-aloud="\#(assets.readAloud)"></script>
        \#(idleRefresh)</head>
        <body class="page-\#(page.kind.rawValue)"\#(idleData)>
        <a class="skip-link" href="#inhoud">\#(labels["frame.skip"])</a>
        \#(if: isDemonstration, demonstration)\#(header)\#(if: !refused.isEmpty, refusal)<main id="inhoud" tabindex="-1">
        \#(page.main)
        </main>
        \#(footer)\#(preview?.html)</body>
        </html>

        """#
    }

    private var header: HTML {
        #"""
        <header class="site-header">
        <a class="brand" href="/"><span class="brand-mark" aria-hidden="true">m</span>Meedoen</a>
        <nav aria-label="\#(labels["frame.navigation"])">
        <ul>\#(each: destinations, { #"<li><a href="\#($0.path.text)"\#(current($0.path))>\#($0.label)</a></li>"# })</ul>
        </nav>
        \#(languageSwitch)\#(visitorCorner)</header>

        """#
    }

    private func current(_ path: Path) -> HTML { here == path ? #" aria-current="page""# : "" }

    private var destinations: [(label: String, path: Path)] {
        var list = [(label: labels["frame.courses"], path: Path.courses), (labels["frame.search"], .search)]
        // A stranger may be a learner who has not begun.
        let roles = visitor.account?.roles ?? [.learner]
        for destination in Destinations.all
        where roles.contains(destination.role) && !list.contains(where: { $0.path == destination.path }) {
            list.append((labels[destination.label], destination.path))
        }
        return list
    }

    /// One button for each other language.
    private var languageSwitch: HTML {
        #"""
        <form class="language" method="post" action="\#(Path.language.text)">
        <input type="hidden" name="terug" value="\#(here.text)">
        \#(each: languages.filter { $0 != language }, languageButton)</form>

        """#
    }

    private func languageButton(_ language: Language) -> HTML {
        #"""
        <button class="quiet" name="taal" value="\#(language.rawValue)" lang="\#(language.rawValue)">\#
        \#(language.ownName(labels))</button>
        """#
    }

    /// Signing in, or the way out that is always in sight.
    private var visitorCorner: HTML {
        guard let session = visitor.session else {
            return #"<a class="sign-in" href="\#(Path.signIn.text)">\#(labels["frame.sign-in"])</a>"# + "\n"
        }
        return #"""
            <div class="visitor">
            \#(session.account.name.map { #"<span class="visitor-name">\#($0)</span>"# as HTML })
            <form method="post" action="\#(Path.signOut.text)"><button class="sign-out">\#(labels["frame.sign-out"])</button></form>
            </div>

            """#
    }

    private var footer: HTML {
        #"""
        <footer class="site-footer">
        <ul>
        <li><a href="\#(Path.about.text)">\#(labels["frame.about"])</a></li>
        <li><a href="\#(Path.privacy.text)">\#(labels["frame.privacy"])</a></li>
        <li><a href="\#(Path.accessibility.text)">\#(labels["frame.accessibility"])</a></li>
        <li><a href="\#(Path.staffSignIn.text)">\#(labels["frame.staff"])</a></li>
        </ul>
        </footer>

        """#
    }

    private var demonstration: HTML {
        #"<aside class="demonstration" aria-label="\#(labels["frame.demonstration-label"])">\#(labels["frame.demonstration"]) <a href="\#(Path.demonstration.text)">\#(labels["frame.demonstration-logins"])</a></aside>"#
            + "\n"
    }

    private var refusal: HTML {
        #"""
        <aside class="preview-bar" aria-label="\#(labels["preview.refused-label"])">
        <p><strong>\#(labels["preview.refused"])</strong></p>
        \#(FindingList(findings: Array(refused.prefix(20))).html)</aside>

        """#
    }

    /// Without JavaScript a page that lies idle asks by itself whether somebody is still there, two minutes before
    /// the session ends (WCAG 2.2.1).
    private var idleRefresh: HTML {
        guard let seconds = idleSeconds else { return "" }
        return #"""
            <noscript><meta http-equiv="refresh" content="\#(seconds - 120);url=\#(Path.stillThere.returning(to: here).text)"></noscript>

            """#
    }

    private var idleData: HTML {
        guard let seconds = idleSeconds else { return "" }
        return #"""
             data-idle-seconds="\#(seconds)" data-idle-question="\#(labels["idle.question"])"\#
             data-idle-stay="\#(labels["idle.stay"])" data-idle-address="\#(Path.stillThere.text)"
            """#
    }

    private var idleSeconds: Int? {
        guard let session = visitor.session, session.kind == .shared else { return nil }
        return session.kind.longestIdle.wholeMilliseconds / 1000
    }
}
