package org.busbar.testkit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.json.Json;

/** The example settings in a README: the blocks of JSON under the heading Configuration. */
final class Manual {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## Configuration$(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```json$(.*?)^```$");

    private final List<Map<?, ?>> blocks;

    private Manual(List<Map<?, ?>> blocks) {
        this.blocks = blocks;
    }

    static Manual read(Path readme) throws IOException {
        Matcher section = SECTION.matcher(Files.readString(readme));
        List<Map<?, ?>> blocks = new ArrayList<>();
        while (section.find()) {
            Matcher block = BLOCK.matcher(section.group(1));
            while (block.find()) {
                blocks.add(Json.read(block.group(1), Map.class));
            }
        }
        return new Manual(blocks);
    }

    /** The example settings of all devices of a kind. */
    List<Map<?, ?>> examples(String pid) {
        List<Map<?, ?>> examples = new ArrayList<>();
        for (Map<?, ?> block : blocks) {
            block.forEach((key, value) -> {
                if (String.valueOf(key).replaceFirst("~.*", "").equals(pid) && value instanceof Map<?, ?> settings) {
                    examples.add(settings);
                }
            });
        }
        return examples;
    }

    /** What is wrong with example settings, a sentence each. */
    static List<String> faults(Map<?, ?> example, Map<String, Method> settings) {
        List<String> faults = new ArrayList<>();
        example.forEach((name, value) -> {
            Method setting = settings.get(String.valueOf(name));
            if (setting == null) {
                faults.add("there is no setting " + name + ", only " + settings.keySet());
            } else if (!fits(value, setting.getReturnType())) {
                faults.add(name + " = " + value + " is no "
                        + setting.getReturnType().getSimpleName());
            }
        });
        settings.forEach((name, setting) -> {
            if (setting.getDefaultValue() == null && !example.containsKey(name)) {
                faults.add("the setting " + name + " has no default and is missing");
            }
        });
        return faults;
    }

    private static boolean fits(Object value, Class<?> type) {
        if (type.isArray()) {
            return value instanceof List<?> || fits(value, type.getComponentType());
        }
        if (type == boolean.class) {
            return value instanceof Boolean;
        }
        if (type == int.class || type == long.class || type == short.class || type == byte.class) {
            return value instanceof Integer || value instanceof Long;
        }
        if (type == double.class || type == float.class) {
            return value instanceof Number;
        }
        return value instanceof String;
    }
}
