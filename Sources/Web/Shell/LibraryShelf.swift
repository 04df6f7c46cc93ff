package import Courseware
import Synchronization

/// Holds the library that is served now. A changed one replaces it whole; who is reading the old one reads on.
package final class LibraryShelf: Sendable {
    private struct State {
        var library: Library
        var generation = 0
        var refused: [Finding] = []
    }

    private let state: Mutex<State>
    private let freshen: (@Sendable (LibraryShelf) -> Void)?

    /// - Parameter freshen: called before each page, where the courses are watched, to replace what changed.
    package init(_ library: Library, freshen: (@Sendable (LibraryShelf) -> Void)? = nil) {
        state = Mutex(State(library: library))
        self.freshen = freshen
    }

    package var library: Library { state.withLock(\.library) }
    /// Grows with each replacement; what was drawn for an older one is stale.
    var generation: Int { state.withLock(\.generation) }
    /// The errors of a later library, for which this one goes on being served.
    var refused: [Finding] { state.withLock(\.refused) }

    package func replace(with library: Library) {
        state.withLock { state in
            state.library = library
            state.generation += 1
            state.refused = []
        }
    }

    /// Keeps the library, and the errors of the one that does not take its place.
    func refuse(_ errors: [Finding]) { state.withLock { $0.refused = errors } }

    /// Puts a changed library on the shelf, where the courses are watched.
    func refresh() { freshen?(self) }
}
