package org.busbar.links;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.busbar.api.link.Links;

/**
 * What a plug-in has declared that it uses.
 *
 * @param plugIn its symbolic name
 * @param patterns URIs without options, with {@code *} for any characters
 */
public record Permissions(String plugIn, List<String> patterns) {

    /** Everything, for tests and tools. */
    public static final Permissions ALL = new Permissions("anyone", List.of("*"));

    public Permissions {
        patterns = List.copyOf(patterns);
    }

    /** @param header the value of the header {@value Links#PERMISSIONS}; empty for a plug-in without one */
    public static Permissions of(String plugIn, String header) {
        return new Permissions(
                plugIn,
                Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .toList());
    }

    /** @throws SecurityException if it was not declared; {@code sim:} never has to be */
    void check(String uri) {
        if (!uri.startsWith("sim:") && patterns.stream().noneMatch(pattern -> fits(pattern, uri))) {
            throw new SecurityException(plugIn + " may not use " + uri + ": its manifest declares "
                    + (patterns.isEmpty() ? "no links" : String.join(", ", patterns)) + ". If it should, the line "
                    + Links.PERMISSIONS + ": " + suggested(uri) + " has to be in its manifest");
        }
    }

    private String suggested(String uri) {
        String all = String.join(", ", patterns);
        return all + (all.isEmpty() ? "" : ", ") + uri;
    }

    private static boolean fits(String pattern, String uri) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(uri).matches();
    }
}
