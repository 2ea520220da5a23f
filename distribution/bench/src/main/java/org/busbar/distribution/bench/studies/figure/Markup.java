package org.busbar.distribution.bench.studies.figure;

import java.util.Locale;

/** Pieces of a page. */
public final class Markup {

    private Markup() {}

    /** Text that a page shows as it is. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A formatted line that ends. */
    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
