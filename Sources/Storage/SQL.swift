/// A statement whose interpolations become bound values, never text.
///
///     try connection.rows("SELECT name FROM account WHERE id = \(id)")
///
/// One value becomes one parameter (`?1`, `?2` … in SQLite, `$1` … in PostgreSQL). A list becomes `?1, ?2, …`, so
/// `IN (\(list: ids))` works. Only another `SQL` may be put in as text. Statements keep to the common subset of
/// SQLite 3.40 and PostgreSQL 15.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Part: Sendable {
        case text(String)
        case value(SQLValue)
    }

    private(set) var parts: [Part]

    package init(stringLiteral value: String) { parts = [.text(value)] }
    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.parts += right.parts
        return sum
    }

    /// The same with some words of its text replaced, each wherever it stands alone.
    func replacing(words: [String: String]) -> SQL {
        var changed = self
        changed.parts = parts.map { part in
            guard case .text(let text) = part else { return part }
            return .text(text.replacing(/\b[A-Z]+\b/) { words[String($0.output)] ?? String($0.output) })
        }
        return changed
    }

    /// The text with numbered parameters, and the values in their order.
    func rendered(parameter: (Int) -> String) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .value(let value):
                values.append(value)
                text += parameter(values.count)
            }
        }
        return (text, values)
    }
}

extension SQL {
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var parts: [Part]

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts = []
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }

        package mutating func appendInterpolation(_ value: some SQLConvertible) { parts.append(.value(value.sqlValue)) }
        package mutating func appendInterpolation(_ value: (some SQLConvertible)?) { parts.append(.value(value.sqlValue)) }
        package mutating func appendInterpolation(_ sql: SQL) { parts += sql.parts }

        /// `1, 2, 3` as parameters; an empty list becomes `NULL`, which nothing is in.
        package mutating func appendInterpolation(list values: some Collection<some SQLConvertible>) {
            if values.isEmpty { return parts.append(.text("NULL")) }
            for (index, value) in values.enumerated() {
                if index > 0 { parts.append(.text(", ")) }
                parts.append(.value(value.sqlValue))
            }
        }
    }
}
