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
        try ContactErasureStore().erase(account, on: connection)
        try connection.execute(
            """
            UPDATE help_request SET wish = '', times = '', location_id = NULL, withdrawn_at = COALESCE(withdrawn_at, \(instant))
            WHERE citizen_id = \(account)
            """)
        try connection.execute(
            """
            UPDATE helper_match SET answer = 'declined', answered_at = \(instant)
            WHERE helper_id = \(account) AND answer IS NULL
            """)
        try connection.execute(
            "UPDATE act SET result = '' WHERE mandate_id IN (SELECT id FROM mandate WHERE citizen_id = \(account))")
        try CheckCodeStore().removeAll(ofCitizen: account, on: connection)
        try connection.execute("DELETE FROM person_report WHERE account_id = \(account)")
        try connection.execute("DELETE FROM helper_profile WHERE account_id = \(account)")
        try connection.execute("DELETE FROM helper_certificate WHERE account_id = \(account)")
        try connection.execute("DELETE FROM helper_terms WHERE account_id = \(account)")
    }

    /// A citizen's mandates are revoked and a helper's given back, as if they did it themselves.
    private func endMandates(
        of account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        for mandate in try MandateStore().mandates(of: account, on: connection) where mandate.ending(at: instant) == nil {
            let deed: MandateEvent.Deed = mandate.citizen == account ? .revoked(.own) : .returned
            try MandateEventStore().insert(
                MandateEvent(id: world.newID(), deed: deed, by: account, at: instant), to: mandate.id, on: connection)
            try AuditLog().append(
                .mandate(AuditAction(rawValue: "mandate.\(deed.kind.rawValue)"), mandate, by: eraser, at: instant), on: connection)
        }
    }
}
