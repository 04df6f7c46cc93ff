import Markup

/// Choices under one question: one of them, or several.
struct Choices {
    enum Kind: String {
        case one = "radio"
        case several = "checkbox"
    }

    struct Option {
        let value: String
        let label: String
        var isChosen = false
    }

    let name: String
    let question: String
    let kind: Kind
    let options: [Option]
    var error: String?
    /// Sets the ids of two forms on one page apart.
    var prefix = ""

    var html: HTML {
        #"""
        <fieldset\#(if: error != nil, #" class="field-wrong""#) id="\#(prefix)\#(name)">
        <legend>\#(question)</legend>
        \#(error.map { #"<p class="error">\#($0)</p>"# as HTML })\#(each: options, choice)</fieldset>

        """#
    }

    private func choice(_ option: Option) -> HTML {
        let id = "\(prefix)\(name)-\(option.value)"
        return #"""
            <div class="choice"><input type="\#(kind.rawValue)" id="\#(id)" name="\#(name)" value="\#(option.value)"\#(if: option.isChosen, " checked")><label for="\#(id)">\#(option.label)</label></div>

            """#
    }
}

/// One thing to tick.
struct Tick {
    let name: String
    let label: String
    var isTicked = false
    var error: String?
    var prefix = ""

    var html: HTML {
        let id = prefix + name
        return #"""
            <div class="field\#(if: error != nil, " field-wrong")">\#(error.map { #"<p class="error" id="\#(id)-error">\#($0)</p>"# as HTML })
            <div class="choice"><input type="checkbox" id="\#(id)" name="\#(name)" value="ja"\#(if: isTicked, " checked")\#(if: error != nil, #" aria-invalid="true" aria-describedby="\#(id)-error""#)><label for="\#(id)">\#(label)</label></div></div>

            """#
    }
}
