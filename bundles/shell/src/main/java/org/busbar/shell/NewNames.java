package org.busbar.shell;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new plug-in and its parts are called.
 *
 * @param name such as {@code my-pump}: that of the folder, the jar, and the plug-in itself
 * @param packageName of its classes
 */
record NewNames(String name, String packageName) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 50;

    /** @throws Failure if one of them cannot be used; the message says what can */
    NewNames {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
            throw Failure.usage("A plug-in cannot be called '" + name + "': take up to " + LONGEST
                    + " small letters, digits and single dashes, a letter first, as in my-pump");
        }
        if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw Failure.usage(
                    "Java has no package '" + packageName
                            + "': name another one, as in --package org.example.pump (words of Java such as 'new' cannot be used)");
        }
    }

    /** These names, in the package {@code org.example.<name without dashes>}. */
    static NewNames of(String name) {
        return new NewNames(name, "org.example." + name.replace("-", ""));
    }

    /** Such as {@code MyPump}. */
    String className() {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The id of the first device, for drivers. */
    String device() {
        return name + "-1";
    }

    /** What the words in braces of the templates mean. */
    Map<String, String> meanings(String busbarVersion) {
        return Map.of(
                "groupId",
                packageName.contains(".") ? packageName.replaceFirst("\\.[^.]*$", "") : packageName,
                "artifactId",
                name,
                "version",
                "1.0.0-SNAPSHOT",
                "package",
                packageName,
                "className",
                className(),
                "busbarVersion",
                busbarVersion);
    }
}
