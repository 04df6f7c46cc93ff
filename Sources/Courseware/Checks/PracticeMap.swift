import Markup

/// The screens of a practice with the ways between them, to walk them as a learner could.
struct PracticeMap {
    struct Way {
        let target: String
        let sets: [PracticeFlag]
        let clears: [PracticeFlag]
    }

    struct State: Hashable {
        let screen: String
        let flags: Set<PracticeFlag>
    }

    /// More are never tried: a practice with so many flags is not one that anybody walks.
    static let mostStates = 20_000

    let ways: [String: [Way]]
    let first: String?
    let tasks: [FrontMatter.Pair]

    init(_ document: Document, tasks: [FrontMatter.Pair]) {
        var ways: [String: [Way]] = [:]
        for section in document.sections {
            let id = WrittenID.id(section.writtenID, orFrom: section.title)
            ways[id] = section.blocks.flatMap(\.everything).compactMap { node in
                ScreenLink(node).map { Way(target: $0.anchor, sets: $0.sets, clears: $0.clears) }
            }
        }
        self.ways = ways
        first = document.sections.first.map { WrittenID.id($0.writtenID, orFrom: $0.title) }
        self.tasks = tasks
    }

    /// Every screen with every set of flags that a learner can come to; conditions are taken to hold.
    var reached: Set<State> {
        guard let first else { return [] }
        var reached: Set<State> = [State(screen: first, flags: [])]
        var open = Array(reached)
        while let state = open.popLast(), reached.count < Self.mostStates {
            for way in ways[state.screen] ?? [] {
                let next = State(screen: way.target, flags: state.flags.union(way.sets).subtracting(way.clears))
                if reached.insert(next).inserted { open.append(next) }
            }
        }
        return reached
    }

    func isDone(_ state: State) -> Bool {
        tasks.isEmpty ? state.screen == ScreenID.done.rawValue : tasks.allSatisfy { state.flags.contains($0.key) }
    }
}

extension CheckedSite {
    /// Every practice as it was written in its own language.
    var practiceMaps: [(document: Document, map: PracticeMap)] {
        practices.map { folder, document in
            let source = folder.practices.first { $0.file.stem == document.file.stem && $0.file.language == nil }
            let tasks = (source ?? document).frontMatter.mapping("tasks") ?? []
            return (document, PracticeMap(document, tasks: tasks))
        }
    }
}
