package org.busbar.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places, written {@code {{name}}}, that are filled in one pass: what is filled in is never a place. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    /** The template in a resource of this bundle. */
    static Template of(String resource) {
        return new Template(resource(resource));
    }

    /** The text of a resource of this bundle; an absolute name begins with a slash. */
    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The bundle holds no resource " + name + "; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The text with every place filled.
     *
     * @throws IllegalArgumentException if there is nothing for a place
     */
    String fill(Map<String, String> contents) {
        StringBuilder filled = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            String content = contents.get(places.group(1));
            if (content == null) {
                throw new IllegalArgumentException(
                        "The template has a place " + places.group() + " and only " + contents.keySet() + " are given");
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(content));
        }
        return places.appendTail(filled).toString();
    }
}
