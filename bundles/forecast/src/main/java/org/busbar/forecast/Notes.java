package org.busbar.forecast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What people should know of a forecast, each once, in the order in which it came up. */
final class Notes {

    private static final int MOST = 1_000;

    private final Set<String> said = new LinkedHashSet<>();
    private boolean full;

    void add(String note) {
        if (said.size() < MOST) {
            said.add(note);
        } else if (!said.contains(note)) {
            full = true;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(said);
        if (full) {
            all.add("There are more than " + MOST + " notes; the others are left out");
        }
        return all;
    }
}
