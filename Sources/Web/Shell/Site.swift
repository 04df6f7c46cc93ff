package import Accounts
import Courseware
package import Logging
package import Mandates
package import Storage

/// All that the pages need, handed over in one piece.
package struct Site: Sendable {
    let database: any Database
    let shelf: LibraryShelf
    let manuscript: Manuscript
    let world: World
    let hasher: SecretHasher
    let assets: Assets
    let settings: Settings
    let statements: StatementSigning
    let logger: Logger

    let signIn: SignIn
    let registration: Registration
    let setUp: SetUp
    let search: SearchShelf

    package init(
        database: any Database, shelf: LibraryShelf, manuscript: Manuscript, world: World, hasher: SecretHasher, assets: Assets,
        settings: Settings, statements: StatementSigning, logger: Logger
    ) {
        self.database = database
        self.shelf = shelf
        self.manuscript = manuscript
        self.world = world
        self.hasher = hasher
        self.assets = assets
        self.settings = settings
        self.statements = statements
        self.logger = logger
        signIn = SignIn(database: database, hasher: hasher, world: world)
        registration = Registration(
            database: database, hasher: hasher, world: world, words: { shelf.library.words[.dutch] ?? [] })
        search = SearchShelf(shelf)
        setUp = SetUp(database: database, hasher: hasher, world: world)
    }

    var library: Library { shelf.library }
    var now: Instant { world.now }
}

/// How this installation is run.
package struct Settings: Sendable {
    /// The demonstration: invented people, whose logins everybody may see at that moment.
    package var demonstration: (@Sendable (Instant) -> [DemonstrationLogin])?
    /// A reverse proxy stands before us: its X-Forwarded-For and X-Forwarded-Proto tell the truth.
    package var isBehindProxy: Bool
    /// For an author at this computer: drafts are shown, with what can be mended in them.
    package var isPreview: Bool
    /// Where people find the site, `https://meedoen.example`; nothing where nobody told.
    package var address: String?
    /// What signed statements say where nobody told: never what a browser asked for, or anybody could let us sign that
    /// we are another site.
    package var localAddress: String

    package init(
        demonstration: (@Sendable (Instant) -> [DemonstrationLogin])? = nil, isBehindProxy: Bool = false,
        isPreview: Bool = false, address: String? = nil, localAddress: String = "http://127.0.0.1"
    ) {
        self.demonstration = demonstration
        self.isBehindProxy = isBehindProxy
        self.isPreview = isPreview
        self.address = address
        self.localAddress = localAddress
    }
}
