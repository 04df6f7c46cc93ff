import Courseware
import Dispatch
import Synchronization

/// Holds the search index of each language, made anew when the library changed. Making one can take seconds where
/// there are thousands of lessons, so that is done on a thread of its own.
final class SearchShelf: Sendable {
    private struct Kept {
        let generation: Int
        let index: SearchIndex
    }

    private let shelf: LibraryShelf
    private let queue = DispatchQueue(label: "meedoen.search")
    private let indexes = Mutex<[Language: Kept]>([:])

    init(_ shelf: LibraryShelf) { self.shelf = shelf }

    /// Begins, in a moment, to make the index of the source language, before anybody searches.
    func prepare() { queue.asyncAfter(deadline: .afterFirstVisitor) { _ = self.make(.dutch) } }

    func index(_ language: Language) async -> SearchIndex {
        if let kept = kept(language) { return kept }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.make(language)) }
        }
    }

    private func kept(_ language: Language) -> SearchIndex? {
        let generation = shelf.generation
        return indexes.withLock { $0[language] }.flatMap { $0.generation == generation ? $0.index : nil }
    }

    private func make(_ language: Language) -> SearchIndex {
        if let kept = kept(language) { return kept }
        let generation = shelf.generation
        let old = indexes.withLock { $0[language]?.index }
        let index = SearchIndex(shelf.library, in: language, .site, after: old) { ContentPageRoutes.pages[$0]?.text }
        indexes.withLock { $0[language] = Kept(generation: generation, index: index) }
        return index
    }
}

extension DispatchTime {
    /// When to begin with what takes all processors: who waits for the site to open is answered first.
    static var afterFirstVisitor: DispatchTime { .now() + .milliseconds(500) }
}
