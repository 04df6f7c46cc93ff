import Accounts
import Audit
package import Storage

/// Ends what runs with somebody, and empties what was written about them. That there was a mandate stays: the other side
/// must be able to show what was agreed and done.
package struct MandatesErasureStore: Erasing {
    private let world: World

    package init(world: World) { self.world = world }

    package func erase(
        _ account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try endMandates(of: account, by: eraser, at: instant, on: connection)
        try connection.execute(
            """
            UPDATE help_request SET wish = '', withdrawn_at = COALESCE(withdrawn_at, \(instant))
            WHERE citizen_id = \(account)
            """)
        try connection.execute(
            """
            UPDATE helper_match SET answer = 'declined', answered_at = \(instant)
            WHERE helper_id = \(account) AND answer IS NULL
            """)
        try connection.execute(
            "UPDATE act SET result = '' WHERE mandate_id IN (SELECT id FROM mandate WHERE citizen_id = \(account))")
    }

    /// A citizen's mandates are revoked and a helper's given back, as if they did it themselves.
    private func endMandates(
        of account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        let side = Account(id: account, organisation: nil, name: nil, loginName: nil, roles: [])
        for mandate in try MandateStore().mandates(for: side, on: connection).map(\.mandate) {
            if case .ended = mandate.state(at: instant) { continue }
            let kind: MandateEvent.Kind = mandate.citizen == account ? .revoked : .returned
            try MandateStore().insert(
                MandateEvent(id: world.newID(), kind: kind, by: account, at: instant), to: mandate.id, on: connection)
            try AuditLog().append(
                AuditEntry(
                    AuditAction(rawValue: "mandate.\(kind.rawValue)"), AuditObject("mandate", mandate.id.rawValue),
                    at: instant, by: eraser, about: mandate.citizen, mandate: mandate.id, for: .mandate), on: connection)
        }
    }
}
