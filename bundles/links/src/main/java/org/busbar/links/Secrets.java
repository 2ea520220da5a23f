package org.busbar.links;

import java.util.regex.Pattern;

/**
 * Hides what only the instrument may know, in what people are shown: the values of headers such as {@code Authorization},
 * {@code Cookie} and {@code X-Api-Key}, and of members and parameters such as {@code "password"} and {@code token=}.
 */
final class Secrets {

    private static final String NAME =
            "[\\w.-]{0,40}(?:(?:api|auth|access|subscription)[_-]?key|token|secret|credential|passw(?:or)?d)[\\w.-]{0,40}";

    /** A line, or what {@link HttpFraming} has behind the length of a body. */
    private static final String BEGIN = "(?:^|(?<=\\A(?s:.{4})))";

    private static final Pattern HEADER = Pattern.compile(
            "(?im)" + BEGIN + "((?:(?:proxy-)?authorization|(?:x-)?auth|(?:set-)?cookie|" + NAME + "):)[^\\r\\n]*");

    /** With escaped quotes in the text; the end may be missing. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?i)(\"" + NAME + "\"\\s{0,9}:\\s{0,9}\")(?:[^\"\\r\\n]*+(?<=\\\\)\"){0,100}+[^\"\\r\\n]*+");

    private static final Pattern PARAMETER = Pattern.compile("(?im)((?:" + BEGIN + "|[?&])" + NAME + "=)[^&\\s]*");

    private Secrets() {}

    /** The text with three asterisks for each secret. */
    static String masked(String text) {
        String headers = HEADER.matcher(text).replaceAll("$1 ***");
        String members = MEMBER.matcher(headers).replaceAll("$1***");
        return PARAMETER.matcher(members).replaceAll("$1***");
    }
}
