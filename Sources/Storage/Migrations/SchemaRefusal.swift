/// Something that the schema itself refuses, whatever the program says: a trigger, in every engine.
struct SchemaRefusal: Sendable {
    enum Change: String {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
    }

    let name: String
    let change: Change
    let table: String
    /// Of the rows `OLD` and `NEW`; always where it is absent.
    let condition: String?
    let message: String

    init(_ name: String, of change: Change, on table: String, where condition: String? = nil, because message: String) {
        self.name = name
        self.change = change
        self.table = table
        self.condition = condition
        self.message = message
    }
}
