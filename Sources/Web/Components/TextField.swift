import Markup

/// A field to type in, with its label above it, and help and error between the two.
struct TextField {
    enum Kind: String {
        case text
        case password
        case multiline
        /// Digits that are not a number: a one-time code.
        case digits
        /// A day, `2026-12-03`.
        case day
        /// A time on the clock, `14:30`.
        case time
    }

    var name: String
    var label: String
    var kind = Kind.text
    var help: String?
    var value = ""
    var error: String?
    /// What the browser may fill in by itself (WCAG 1.3.5): `username`, `current-password`, `one-time-code` …
    var autocomplete = "off"
    var isRequired = true

    var html: HTML {
        #"""
        <div class="field\#(if: error != nil, " field-wrong")">
        <label for="\#(name)">\#(label)</label>
        \#(help.map { #"<p class="help" id="\#(name)-help">\#($0)</p>"# as HTML })
        \#(error.map { #"<p class="error" id="\#(name)-error">\#($0)</p>"# as HTML })
        \#(control)
        </div>

        """#
    }

    private var control: HTML {
        if kind == .multiline {
            return #"<textarea id="\#(name)" name="\#(name)" rows="4"\#(attributes)>\#(value)</textarea>"#
        }
        return #"<input id="\#(name)" name="\#(name)"\#(type) value="\#(kind == .password ? "" : value)"\#(attributes)>"#
    }

    private var type: HTML {
        switch kind {
        case .password: #" type="password""#
        case .digits: #" type="text" inputmode="numeric""#
        case .day: #" type="date""#
        case .time: #" type="time""#
        case .text, .multiline: #" type="text""#
        }
    }

    private var attributes: HTML {
        let described = [help.map { _ in "\(name)-help" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        return #"""
             autocomplete="\#(autocomplete)"\#(if: kind != .multiline, #" autocapitalize="none" spellcheck="false""#)\#
            \#(if: isRequired, " required")\#(if: error != nil, #" aria-invalid="true""#)\#
            \#(if: !described.isEmpty, #" aria-describedby="\#(described.joined(separator: " "))""#)
            """#
    }
}
