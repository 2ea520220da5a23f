package org.busbar.api.link;

import java.util.Locale;

/**
 * A failure that a link is to act out, so that drivers, runs and people can be tried.
 *
 * @param count how often, after which it is over; {@link #ALWAYS} for ever
 * @param probability that an exchange is hit, above 0 and up to 1
 * @param seed of the choice of which are hit
 * @param factor by how much longer a reply takes, for {@link Kind#SLOW} only
 */
public record LinkFault(Kind kind, int count, double probability, long seed, double factor) {

    /** Never over. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** What a link can act out. */
    public enum Kind {
        /** The instrument answers with a refusal; only where its simulator knows one. */
        FAIL,
        /** It takes what is sent and never answers. */
        HANG,
        /** It answers late. */
        SLOW,
        /** The line is cut before anything is sent. */
        DROP_BEFORE,
        /** The line is cut after it was sent, and the reply is lost. */
        DROP_DURING,
        /** The reply is damaged. */
        GARBAGE,
        /** Another instrument is on the line; only where its simulator has one. */
        WRONG_DEVICE
    }

    public LinkFault {
        if (count < 1) {
            throw new IllegalArgumentException("A fault happens once or more often, not " + count + " times");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("The probability " + probability + " is not above 0 and up to 1");
        }
        if (!(factor >= 1 && factor <= 1e6)) {
            throw new IllegalArgumentException("A reply takes 1 to 1000000 times as long, not " + factor);
        }
    }

    /** That fault, once, at the next exchange. */
    public static LinkFault once(Kind kind) {
        return new LinkFault(kind, 1, 1, 0, 10);
    }

    /** That fault at every exchange. */
    public static LinkFault always(Kind kind) {
        return new LinkFault(kind, ALWAYS, 1, 0, 10);
    }

    /** In words. */
    @Override
    public String toString() {
        String often = count == ALWAYS ? "always" : count + " times";
        return kind.name().toLowerCase(Locale.ROOT) + ", " + often
                + (probability < 1 ? ", with probability " + probability : "")
                + (kind == Kind.SLOW ? ", " + factor + " times slower" : "");
    }
}
