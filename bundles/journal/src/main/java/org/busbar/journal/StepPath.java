package org.busbar.journal;

import java.util.Optional;
import java.util.Set;

/** Takes the path of the step out of an event's text without reading the rest, which is most of it. */
final class StepPath {

    private static final Set<String> KINDS = Set.of("StepBegun", "StepEnded", "StepAsked", "StepSettled");
    private static final String KEY = "\"step\":\"";

    private StepPath() {}

    /** Empty if it is no event of a step. A path holds no character that JSON escapes. */
    static Optional<String> of(EventStore.Entry entry) {
        if (!KINDS.contains(entry.kind())) {
            return Optional.empty();
        }
        int key = entry.body().indexOf(KEY);
        int begin = key + KEY.length();
        int end = entry.body().indexOf('"', begin);
        return key < 0 || end < 0 ? Optional.empty() : Optional.of(entry.body().substring(begin, end));
    }
}
