package org.busbar.drivers.described;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a value in a text, such as {@code {voltage in mV:%.1f}}.
 *
 * @param before the text before it, up to the placeholder before that
 * @param name of the value; empty at the end of the text, where there is none
 */
record Placeholder(String before, String name, Optional<String> unit, Optional<String> format) {

    private static final Pattern FORM = Pattern.compile("\\{\\{(?<literal>[^{}]*)}}"
            + "|\\{(?<name>[A-Za-z_]\\w*)(?: in (?<unit>[^:{}\\s]+))?(?::(?<format>[^{}]*))?}"
            + "|(?<wrong>\\{\\s*[A-Za-z_][^}\"]*}?)");

    /**
     * The placeholders of a text, and the end of it.
     *
     * @throws IllegalArgumentException if something looks like a placeholder and is none
     */
    static List<Placeholder> all(String text) {
        List<Placeholder> all = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        Matcher form = FORM.matcher(text);
        int from = 0;
        while (form.find()) {
            before.append(text, from, form.start());
            from = form.end();
            if (form.group("literal") != null) {
                before.append('{').append(form.group("literal")).append('}');
            } else {
                all.add(of(before.toString(), form));
                before.setLength(0);
            }
        }
        all.add(new Placeholder(before + text.substring(from), "", Optional.empty(), Optional.empty()));
        return all;
    }

    private static Placeholder of(String before, Matcher form) {
        if (form.group("wrong") != null) {
            throw new IllegalArgumentException(
                    "'" + form.group("wrong")
                            + "' is not a placeholder: write {name}, {name:%.3f} or {name in mV}, and {{...}} for braces as such");
        }
        return new Placeholder(
                before,
                form.group("name"),
                Optional.ofNullable(form.group("unit")),
                Optional.ofNullable(form.group("format")));
    }

    boolean isEnd() {
        return name.isEmpty();
    }
}
