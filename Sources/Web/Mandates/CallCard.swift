import Mandates
import Markup
import Storage

/// Somebody asks for the coordinator, who says when it is done.
struct CallCard {
    let ink: Ink
    let waiting: WaitingCall

    var html: HTML {
        let (call, pair) = (waiting.call, waiting.pair)
        let label = call.act == nil ? "coordinator-call.sentence" : "coordinator-call.objection"
        let values = ["name": ink.labels.name(pair.name(of: call.by)), "other": ink.labels.name(pair.nameOfOther(than: call.by))]
        return #"""
            <li class="card">
            <h3>\#(ink.title(of: pair.service))</h3>
            <p>\#(ink.labels[label, values])</p>
            <p class="small">\#(ink.moment(call.at))</p>
            \#(waiting.mandate.map(look))<form method="post" action="\#(Path.settlement(call.id).text)"><button class="quiet">\#(ink.labels["coordinator-call.settle"])</button></form>
            </li>

            """#
    }

    private func look(_ mandate: MandateID) -> HTML {
        #"<p><a href="\#(Path.mandate(mandate).text)">\#(ink.labels["coordinator-call.look"])</a></p>"# + "\n"
    }
}
