import Courseware
package import Storage

/// What helpers did and what the citizens say of it, in the database.
package struct ActStore: Sendable {
    package init() {}

    /// Whether the act was new.
    func insert(
        _ act: RecordedAct, on day: Day, to mandate: MandateID, on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO act (id, mandate_id, kind, by_id, at, done_on, minutes, result)
            VALUES (
                \(act.id), \(mandate), \(act.kind.rawValue), \(act.by), \(act.at), \(day), \(act.minutes),
                \(act.result))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    func isKnown(_ act: RecordedActID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM act WHERE id = \(act)")
    }

    /// Whether the act is one of this mandate, and had no answer yet.
    func answer(
        _ act: RecordedActID, of mandate: MandateID, _ answer: RecordedAct.Answer, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.execute(
            """
            UPDATE act SET answer = \(answer), answered_at = \(instant)
            WHERE id = \(act) AND mandate_id = \(mandate) AND answer IS NULL
            """) == 1
    }

    /// The newest first.
    package func acts(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> [RecordedAct] {
        var acts: [RecordedAct] = []
        for row in try connection.rows("SELECT * FROM act WHERE mandate_id = \(mandate) ORDER BY at DESC, id DESC") {
            acts.append(try RecordedAct(row))
        }
        return acts
    }

    /// What this citizen has not answered, by mandate.
    package func unanswered(
        of citizen: AccountID, on connection: any Connection
    ) throws(StorageError) -> [MandateID: [RecordedAct]] {
        var acts: [MandateID: [RecordedAct]] = [:]
        let rows = try connection.rows(
            """
            SELECT act.* FROM act JOIN mandate ON mandate.id = mandate_id
            WHERE citizen_id = \(citizen) AND answer IS NULL ORDER BY at DESC, act.id DESC
            """)
        for row in rows { acts[try row["mandate_id"], default: []].append(try RecordedAct(row)) }
        return acts
    }
}

extension RecordedAct {
    fileprivate init(_ row: Row) throws(StorageError) {
        self.init(
            id: try row["id"], kind: ActID(unchecked: try row["kind"]), by: try row["by_id"], at: try row["at"],
            doneOn: try row["done_on"], minutes: try row["minutes"], result: try row["result"])
        answer = try row["answer"]
    }
}
