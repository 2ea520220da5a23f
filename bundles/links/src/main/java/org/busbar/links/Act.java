package org.busbar.links;

import java.util.Locale;
import org.busbar.api.link.LinkFault;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in one exchange.
 *
 * @param kind nothing does if null
 * @param factor by how much longer the reply takes, where that is what goes wrong
 * @param damage what becomes of the reply, where that is what goes wrong
 */
record Act(LinkFault.@Nullable Kind kind, double factor, Damage damage) {

    static final Act NONE = new Act(null, 1, Damage.CUT);

    boolean is(LinkFault.Kind other) {
        return kind == other;
    }

    /** In words. */
    String words() {
        String what =
                kind == null ? "nothing" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String how = kind == LinkFault.Kind.GARBAGE ? " (" + damage.name().toLowerCase(Locale.ROOT) + ")" : "";
        return "acted out: " + what + how;
    }
}
