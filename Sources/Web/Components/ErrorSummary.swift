import Markup

/// What is wrong with a form, above it: a list of links to the fields.
struct ErrorSummary {
    let title: String
    /// The field's id and the sentence, in the order of the form.
    let problems: [(field: String, sentence: String)]

    var html: HTML {
        guard !problems.isEmpty else { return "" }
        return #"""
            <div class="error-summary" id="fouten" role="alert" tabindex="-1" autofocus>
            <h2>\#(title)</h2>
            <ul>\#(each: problems, { "<li><a href=\"#\($0.field)\">\($0.sentence)</a></li>" })</ul>
            </div>

            """#
    }
}
