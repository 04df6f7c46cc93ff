import Markup

/// The screens of a practice with the ways between them, to walk them as a learner could.
struct PracticeMap {
    struct State: Hashable {
        let screen: String
        let flags: Set<PracticeFlag>
    }

    /// More are never tried: a practice with so many flags is not one that anybody walks.
    static let mostStates = 5_000

    private let ways: [String: [(link: PracticeLink, conditions: [Condition])]]
    let first: String?
    let tasks: [FrontMatter.Pair]
    /// Every screen with every set of flags that a learner can come to.
    let reached: Set<State>
    /// Whether these are all there are.
    let isWhole: Bool

    init(_ screens: [Screen], tasks: [FrontMatter.Pair]) {
        let ways = Dictionary(screens.map { ($0.id.rawValue, $0.ways) }, uniquingKeysWith: { first, _ in first })
        self.ways = ways
        self.tasks = tasks
        first = screens.first?.id.rawValue
        var reached = Set(first.map { [State(screen: $0, flags: [])] } ?? [])
        var open = Array(reached)
        while let state = open.popLast(), reached.count < Self.mostStates {
            for next in Self.next(state, ways) where reached.insert(next).inserted { open.append(next) }
        }
        self.reached = reached
        isWhole = open.isEmpty
    }

    private static func next(
        _ state: State, _ ways: [String: [(link: PracticeLink, conditions: [Condition])]]
    ) -> [State] {
        (ways[state.screen] ?? []).filter { $0.conditions.hold(state.flags) && ways[$0.link.target.rawValue] != nil }
            .map { State(screen: $0.link.target.rawValue, flags: $0.link.applied(to: state.flags)) }
    }

    func isDone(_ state: State) -> Bool {
        tasks.isEmpty ? state.screen == ScreenID.done.rawValue : tasks.allSatisfy { state.flags.contains($0.key) }
    }

    /// Whether a learner can come to the screen with something left to do, and find no way to another.
    func isDeadEnd(_ screen: String) -> Bool { reached.contains { $0.screen == screen && !leadsOn($0) } }

    /// Whether it is done, or comes to another screen; a link may first show the next on the same screen.
    private func leadsOn(_ state: State) -> Bool {
        var seen: Set<State> = [state]
        var open = [state]
        while let state = open.popLast() {
            if isDone(state) { return true }
            for next in Self.next(state, ways) where seen.insert(next).inserted {
                if next.screen != state.screen { return true }
                open.append(next)
            }
        }
        return false
    }

    /// The flags that links set.
    var set: Set<PracticeFlag> { Set(ways.values.flatMap { $0.flatMap(\.link.sets) }) }
}

extension PracticeMap {
    /// Of every practice of the course, also the translated ones.
    static func all(of folder: SiteDocuments.CourseFolder, _ map: SiteMap) -> [(document: Document, map: PracticeMap)] {
        let maps = Parallel.map(folder.practices) { document in
            let source = folder.practices.original(of: document)
            let setting = ProseWriter.Setting(
                base: .practice(of: folder.id), language: document.language, map: map, marksTerms: false)
            let screens = document.sections.map(ScreenReader(setting: setting, persona: nil).screen)
            return PracticeMap(screens, tasks: (source ?? document).frontMatter.mapping("tasks") ?? [])
        }
        return Array(zip(folder.practices, maps))
    }
}
