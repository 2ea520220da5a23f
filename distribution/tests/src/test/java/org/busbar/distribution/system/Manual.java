package org.busbar.distribution.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for people.
 *
 * @param commands what it tells people to type: lines indented by four spaces, each with the deeper ones after it
 * @param files what it shows whole, by the path in the lab that their first line has as a comment
 */
record Manual(List<String> commands, Map<String, String> files) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("# ([a-z]+/[\\w.-]+):.*", Pattern.DOTALL);

    /** Reads it, by its path in the source tree. */
    static Manual of(String path) throws IOException {
        String text = text(path);
        return new Manual(commands(FENCED.matcher(text).replaceAll("")), files(text));
    }

    static String text(String path) throws IOException {
        return Files.readString(LabServer.sources().resolve(path));
    }

    private static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        for (String line : text.lines().filter(line -> line.startsWith("    ")).toList()) {
            String typed = line.substring(4);
            if (typed.startsWith(" ")) {
                commands.add(commands.remove(commands.size() - 1) + "\n" + typed);
            } else {
                commands.add(typed);
            }
        }
        return commands;
    }

    private static Map<String, String> files(String text) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher shown = FENCED.matcher(text);
        while (shown.find()) {
            Matcher file = FILE.matcher(shown.group(1));
            if (file.matches()) {
                files.put(file.group(1), shown.group(1));
            }
        }
        return files;
    }

    /** Saves the files it shows in a lab. */
    void save(Path lab) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(lab.resolve(file.getKey()), file.getValue());
        }
    }
}
