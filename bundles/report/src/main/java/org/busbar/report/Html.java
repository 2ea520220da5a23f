package org.busbar.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes HTML; every text goes through {@link #escape}. */
final class Html {

    private Html() {}

    /** A text in which nothing is markup, in content and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON as the content of a script element: no character of it can end the element. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** The constant of an enum as a word. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An element with text. */
    static String text(String element, String text) {
        return "<" + element + ">" + escape(text) + "</" + element + ">";
    }

    /** An element with text for every one of the texts. */
    static String texts(String element, List<String> texts) {
        return texts.stream().map(text -> text(element, text)).collect(Collectors.joining());
    }

    /** A list of texts; the text alone if there is one only. */
    static String list(List<String> texts) {
        return texts.size() == 1 ? escape(texts.get(0)) : "<ul>" + texts("li", texts) + "</ul>";
    }

    /** A table with a line of headings; rows are ready-made HTML. */
    static String table(String kind, List<String> headings, List<String> rows) {
        return "<table class=\"" + kind + "\"><thead><tr>" + texts("th", headings) + "</tr></thead><tbody>"
                + String.join("\n", rows) + "</tbody></table>";
    }

    /** A row of texts. */
    static String row(String... cells) {
        return "<tr>" + texts("td", List.of(cells)) + "</tr>";
    }
}
