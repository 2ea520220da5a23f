package org.busbar.links;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URI of a link, taken apart.
 *
 * @param text as it was written
 * @param place what stands between the scheme and the options
 * @param options in the order in which they were written; a name may come more than once
 */
record Address(String text, String scheme, String place, List<Map.Entry<String, String>> options) {

    private static final Pattern FORM = Pattern.compile("([a-z]+):([^?]+)(?:\\?(.*))?");

    static Address of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no link: write it like serial:/dev/ttyUSB0?baud=9600," + " tcp://host:5025 or sim:name");
        }
        String options = form.group(3) == null ? "" : form.group(3);
        return new Address(text, form.group(1), form.group(2), options(text, options));
    }

    /** The URI without its options. */
    String name() {
        return scheme + ":" + place;
    }

    /** This address with another spelling of its place. */
    Address at(String other) {
        return new Address(text, scheme, other, options);
    }

    private static List<Map.Entry<String, String>> options(String text, String query) {
        List<Map.Entry<String, String>> options = new ArrayList<>();
        for (String option : query.split("&", -1)) {
            if (!option.isEmpty()) {
                options.add(option(text, option));
            }
        }
        return List.copyOf(options);
    }

    private static Map.Entry<String, String> option(String text, String option) {
        int equals = option.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    text + ": \"" + option + "\" is no option: write it as name=value, and separate options with &");
        }
        return Map.entry(option.substring(0, equals), decoded(text, option.substring(equals + 1)));
    }

    private static String decoded(String text, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    text + ": \"" + value + "\" has a % that is followed by no two hexadecimal digits: write %25 for %",
                    e);
        }
    }
}
