package org.busbar.finales;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import tools.jackson.databind.JsonNode;

/** The list of results, written as it is read from the journal; those deleted are not in it. */
final class ResultLists {

    /** What became of results since they came in. */
    private record Corrections(Map<String, Result> amended, Set<String> deleted) {}

    private final Journal journal;
    private final ResultView view;

    ResultLists(Journal journal, ResultView view) {
        this.journal = journal;
        this.view = view;
    }

    Answer requested(Call call) {
        long last = journal.last();
        String etag = "\"j" + last + "\"";
        if (call.header("if-none-match").equals(etag)) {
            return Answer.unchanged(etag);
        }
        Paging paging = Paging.of(call);
        Optional<String> quantity = call.text("quantity");
        Optional<String> method = call.text("method");
        return new Answer(200, Answer.JSON, Map.of("ETag", etag), out -> {
            Stream<Result> results = journal.of(Set.of(LabEvent.Resolved.class, LabEvent.Reported.class))
                    .takeWhile(recorded -> recorded.number() <= last)
                    .map(ResultLists::result)
                    .filter(one ->
                            quantity.map(one.request().quantity()::equals).orElse(true))
                    .filter(one -> method.map(one.method()::equals).orElse(true));
            write(paging, results, corrections(), out);
        });
    }

    private static Result result(Recorded recorded) {
        return recorded.event() instanceof LabEvent.Resolved resolved
                ? resolved.result()
                : ((LabEvent.Reported) recorded.event()).result();
    }

    private Corrections corrections() {
        Map<String, Result> amended = new HashMap<>();
        Set<String> deleted = new HashSet<>();
        journal.of(Set.of(LabEvent.Amended.class, LabEvent.Deleted.class)).forEach(recorded -> {
            if (recorded.event() instanceof LabEvent.Amended one) {
                amended.put(one.request(), one.result());
            } else {
                deleted.add(recorded.event().subject());
            }
        });
        return new Corrections(amended, deleted);
    }

    private void write(Paging paging, Stream<Result> results, Corrections corrections, OutputStream out)
            throws IOException {
        Stream<Result> wanted = paging.of(
                        results,
                        one -> Identifiers.counterpart(
                                RequestIds.uuid(one.request().id())),
                        Result::time)
                .filter(one -> !corrections.deleted().contains(one.request().id()));
        out.write('[');
        boolean[] more = new boolean[1];
        wanted.forEach(first -> {
            try {
                out.write((more[0] ? "," : "").getBytes(StandardCharsets.UTF_8));
                out.write(StrictJson.mapper().writeValueAsBytes(json(first, corrections)));
                more[0] = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.write(']');
    }

    private JsonNode json(Result first, Corrections corrections) {
        Result amended = corrections.amended().get(first.request().id());
        return amended == null
                ? view.json(Results.Status.ORIGINAL, List.of(first))
                : view.json(Results.Status.AMENDED, List.of(amended, first));
    }
}
