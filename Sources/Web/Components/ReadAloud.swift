import Markup

/// The button that has the browser read the page aloud. Hidden until a script has found that it can;
/// Content/assets/read-aloud.js does the rest.
struct ReadAloud {
    private let labels: Labels

    init(_ labels: Labels) { self.labels = labels }

    var html: HTML {
        #"""
        <div class="read-aloud no-print" hidden data-stop="\#(labels["read-aloud.stop"])" data-resume="\#(labels["read-aloud.resume"])" data-failure="\#(labels["read-aloud.failure"])">
        <button type="button" class="quiet">\#(labels["read-aloud.start"])</button>\#
        <button type="button" class="quiet" hidden>\#(labels["read-aloud.pause"])</button>\#
        <button type="button" class="quiet" hidden aria-pressed="false">\#(labels["read-aloud.slower"])</button>\#
        <span role="status"></span>
        </div>

        """#
    }
}
