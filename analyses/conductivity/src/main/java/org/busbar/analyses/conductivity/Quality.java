package org.busbar.analyses.conductivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.api.Text;

/** How far a result may be trusted: a level, and the flags with the number behind each. */
record Quality(Level level, List<String> flags) {

    /** What may be done with a result: anything; anything, with care; nothing. */
    enum Level {
        OK,
        SUSPICIOUS,
        REJECTED
    }

    Quality {
        flags = List.copyOf(flags);
    }

    static Quality ok() {
        return new Quality(Level.OK, List.of());
    }

    /** This quality and a flag, which lowers the level to {@code atBest} where that is worse. */
    Quality flag(Level atBest, String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new Quality(atBest.compareTo(level) > 0 ? atBest : level, more);
    }

    /** As in {@code suspicious; model_rejected: 3 runs of z_real, 20.5 expected}. */
    Text text() {
        return new Text(String.join("; ", prepended(level.name().toLowerCase(Locale.ROOT))));
    }

    private List<String> prepended(String first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(flags);
        return all;
    }
}
