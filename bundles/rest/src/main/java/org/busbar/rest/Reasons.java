package org.busbar.rest;

import java.util.regex.Pattern;
import org.busbar.json.Faults;
import tools.jackson.core.JacksonException;

/** Says what is wrong with JSON in the words of this api, without what the parser says to its programmer. */
final class Reasons {

    private static final Pattern ADVICE =
            Pattern.compile("(, from|: enable|;) `[^`]*`( to allow| enabled)?|\\s*\\(index \\d+\\)");
    private static final Pattern MISSING = Pattern.compile("(?:Missing|Null value for) creator property '([^']*)'");

    private Reasons() {}

    static String of(JacksonException fault) {
        String plain = ADVICE.matcher(Faults.of(fault)).replaceAll("");
        return MISSING.matcher(plain).replaceAll("'$1' is missing").replace("`", "'");
    }
}
