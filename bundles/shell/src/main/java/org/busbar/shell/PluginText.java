package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Plug-ins in words. */
final class PluginText {

    private PluginText() {}

    /** {@code org.x.pump 1.1.0}. */
    static String name(JsonNode plugin) {
        return plugin.path("bundle").asString("") + " " + plugin.path("version").asString("");
    }

    static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asString("")));
        return String.join(", ", words);
    }

    /** In a word: shipped, trusted, unknown or none. */
    static String signature(JsonNode signature) {
        String kind = signature.path("kind").asString("");
        return switch (kind) {
            case "UNKNOWN_SIGNER" -> "unknown";
            case "UNSIGNED" -> "none";
            default -> kind.toLowerCase(Locale.ROOT);
        };
    }

    /** What a jar is and what putting it to work would do. */
    static List<String> lines(JsonNode preview) {
        String before = preview.path("before").asString("");
        List<String> lines = new ArrayList<>();
        lines.add(name(preview) + (before.isEmpty() ? ", which is new" : ", in the place of " + before));
        lines.add("  signature:   " + signed(preview.path("signature")));
        lines.add("  permissions: " + permissions(preview));
        if (!preview.path("devices").isEmpty()) {
            lines.add("  pauses:      " + words(preview.path("devices")));
        }
        if (!preview.path("runs").isEmpty()) {
            lines.add("  runs that may wait: " + words(preview.path("runs")));
        }
        return lines;
    }

    private static String signed(JsonNode signature) {
        String signer = signature.path("signer").asString("");
        return switch (signature(signature)) {
            case "none" -> "none, so nobody vouches for it";
            case "unknown" -> signer + ", whom this lab does not trust";
            default -> signer + ", whom this lab trusts";
        };
    }

    private static String permissions(JsonNode preview) {
        String all = words(preview.path("permissions"));
        String added = words(preview.path("added"));
        return (all.isEmpty() ? "none" : all) + (added.isEmpty() ? "" : " (new: " + added + ")");
    }

    /** Whether a person has to agree: it wants more than before, or nobody the lab trusts vouches for it. */
    static boolean isDelicate(JsonNode preview) {
        String signature = signature(preview.path("signature"));
        return !preview.path("added").isEmpty() || signature.equals("none") || signature.equals("unknown");
    }
}
