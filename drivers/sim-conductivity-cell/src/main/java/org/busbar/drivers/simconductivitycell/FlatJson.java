package org.busbar.drivers.simconductivitycell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON object of names with numbers or with texts that have no escapes; refuses everything else. */
final class FlatJson {

    private static final Pattern MEMBER = Pattern.compile(
            "\\s*\"([^\"\\\\\\p{Cntrl}]*)\"\\s*:\\s*(?:\"([^\"\\\\\\p{Cntrl}]*)\"|(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?))\\s*([,}])");

    private FlatJson() {}

    /**
     * The members in their order, each value as text.
     *
     * @throws IllegalArgumentException saying what is wrong and at which character
     */
    static Map<String, String> read(String json) {
        String text = json.strip();
        require(text.startsWith("{"), text, 0, "'{'");
        Map<String, String> members = new LinkedHashMap<>();
        int at = 1;
        for (boolean more = true; more; ) {
            Matcher member = MEMBER.matcher(text).region(at, text.length());
            require(member.lookingAt(), text, at, "\"name\": with a number or a text without escapes, then ',' or '}'");
            String value = member.group(2) != null ? member.group(2) : member.group(3);
            require(members.put(member.group(1), value) == null, text, at, "no second '" + member.group(1) + "'");
            at = member.end();
            more = member.group(4).equals(",");
        }
        require(at == text.length(), text, at, "nothing after '}'");
        return members;
    }

    private static void require(boolean right, String text, int at, String wanted) {
        if (!right) {
            String found = text.substring(at, Math.min(text.length(), at + 40)).strip();
            throw new IllegalArgumentException(
                    "expected " + wanted + " at character " + at + ", found '" + found + "'");
        }
    }
}
