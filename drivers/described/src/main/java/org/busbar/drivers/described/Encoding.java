package org.busbar.drivers.described;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** How values are made fit for the text that they are put into. */
public enum Encoding implements UnaryOperator<String> {
    /** As they are. */
    PLAIN {
        @Override
        public String apply(String value) {
            return value;
        }
    },
    /** Within the quotes of a JSON text, or as a number there. */
    JSON {
        @Override
        public String apply(String value) {
            return value.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    },
    /** Within a path or a query of a URL: UTF-8, percent-encoded. */
    URL {
        @Override
        public String apply(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
