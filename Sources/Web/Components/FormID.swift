import Markup
import Storage

/// The id of a form, drawn into it: the deed it sends counts once, however often it is sent.
struct FormID {
    static let field = "formulier"
    let id: String

    init(_ world: World) { id = Identifier<FormID>(at: world.now, world.randomness).rawValue }

    var html: HTML { #"<input type="hidden" name="\#(Self.field)" value="\#(id)">"# }
}
