package import Courseware
package import Storage

/// What a helper did for the citizen.
package struct RecordedAct: Sendable, Equatable {
    /// What the citizen says of it.
    package enum Answer: String, SQLText, CaseIterable {
        case right
        case wrong
    }

    package let id: RecordedActID
    /// One of the scope.
    package let kind: ActID
    package let by: AccountID
    /// When it was written down.
    package let at: Instant
    /// When it was done; nothing where what was typed is no day.
    package let doneOn: Day?
    package let minutes: Int
    /// In a few neutral words.
    package let result: String
    package internal(set) var answer: Answer?

    package init(
        id: RecordedActID, kind: ActID, by: AccountID, at: Instant, doneOn: Day?, minutes: Int, result: String
    ) {
        self.id = id
        self.kind = kind
        self.by = by
        self.at = at
        self.doneOn = doneOn
        self.minutes = minutes
        self.result = result
    }
}
