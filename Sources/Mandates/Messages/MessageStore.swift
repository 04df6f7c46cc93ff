package import Storage

/// Messages and up to where they were read, in the database.
package struct MessageStore: Sendable {
    package init() {}

    /// Whether the message was new.
    func insert(_ message: Message, to match: HelperMatchID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO message (id, match_id, by_id, at, text)
            VALUES (\(message.id), \(match), \(message.by), \(message.at), \(message.text)) ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    /// The oldest first.
    package func messages(of match: HelperMatchID, on connection: any Connection) throws(StorageError) -> [Message] {
        var messages: [Message] = []
        for row in try connection.rows("SELECT * FROM message WHERE match_id = \(match) ORDER BY at, id") {
            messages.append(
                Message(id: try row["id"], by: try row["by_id"], at: try row["at"], text: try row["text"]))
        }
        return messages
    }

    /// How many messages of the other this person has not read, by match.
    func unread(
        of matches: [HelperMatchID], by reader: AccountID, on connection: any Connection
    ) throws(StorageError) -> [HelperMatchID: Int] {
        var counts: [HelperMatchID: Int] = [:]
        let rows = try connection.rows(
            """
            SELECT message.match_id, COUNT(*) AS count FROM message
            LEFT JOIN message_reading ON message_reading.match_id = message.match_id AND account_id = \(reader)
            WHERE message.match_id IN (\(list: matches)) AND by_id <> \(reader) AND (read_at IS NULL OR at > read_at)
            GROUP BY message.match_id
            """)
        for row in rows { counts[try row["match_id"]] = try row["count"] }
        return counts
    }

    /// From now on all that stands there has been read.
    func read(
        _ match: HelperMatchID, by reader: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO message_reading (match_id, account_id, read_at) VALUES (\(match), \(reader), \(instant))
            ON CONFLICT (match_id, account_id) DO UPDATE SET read_at = excluded.read_at
            """)
    }

    /// Every match in which something was written or arranged.
    func matches(on connection: any Connection) throws(StorageError) -> [HelperMatchID] {
        try connection.rows("SELECT match_id FROM message UNION SELECT match_id FROM appointment").map {
            (row) throws(StorageError) in try row["match_id"]
        }
    }

    func deleteAll(of matches: [HelperMatchID], on connection: any Connection) throws(StorageError) -> Int {
        try connection.execute("DELETE FROM message_reading WHERE match_id IN (\(list: matches))")
        return try connection.execute("DELETE FROM message WHERE match_id IN (\(list: matches))")
    }
}
