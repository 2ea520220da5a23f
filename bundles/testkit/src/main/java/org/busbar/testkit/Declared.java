package org.busbar.testkit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.link.Links;

/** What a driver declares in the annotations of its class, which are not there at run time. */
final class Declared {

    private static final String HEADER = "org.osgi.annotation.bundle.Header";
    private static final String DEACTIVATE = "org.osgi.service.component.annotations.Deactivate";
    private static final String DESIGNATE = "org.osgi.service.metatype.annotations.Designate";
    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

    /** A class and what is written in it. */
    private record Level(Class<?> type, ClassFile file) {}

    private final List<Level> levels;

    private Declared(List<Level> levels) {
        this.levels = levels;
    }

    /** Reads the class of a driver and those it extends. */
    static Declared by(Class<?> driver) throws IOException {
        List<Level> levels = new ArrayList<>();
        for (Class<?> type = driver; type != null && type != Object.class; type = type.getSuperclass()) {
            levels.add(new Level(type, Source.read(type)));
        }
        return new Declared(levels);
    }

    private Stream<ClassFile.Note> annotations(String type) {
        return levels.stream().flatMap(level -> level.file().annotations(type).stream());
    }

    /** The patterns of links and folders that may be used, see {@link Links#PERMISSIONS}. */
    List<String> permissions() {
        return annotations(HEADER)
                .filter(header -> Links.PERMISSIONS.equals(header.values().get("name")))
                .flatMap(header -> Arrays.stream(
                        String.valueOf(header.values().get("value")).split(",")))
                .map(String::strip)
                .toList();
    }

    /** Whether a link or folder is one of those; simulated ones always are. */
    boolean permits(String uri) {
        return uri.startsWith("sim:") || permissions().stream().anyMatch(pattern -> matches(pattern, uri));
    }

    private static boolean matches(String pattern, String uri) {
        String expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(expression, uri);
    }

    /** The method that is told when the driver is taken away. */
    Optional<Method> deactivation() {
        return levels.stream().flatMap(Declared::deactivations).findFirst();
    }

    private static Stream<Method> deactivations(Level level) {
        List<String> names = level.file().methodsWith(DEACTIVATE);
        return Arrays.stream(level.type().getDeclaredMethods())
                .filter(method -> names.contains(method.getName()) && method.getParameterCount() == 0);
    }

    /** The name by which its settings are found. */
    String pid() {
        return levels.stream()
                .flatMap(level -> level.file().annotations(COMPONENT).stream().map(component -> pids(component).stream()
                        .findFirst()
                        .orElse(level.type().getName())))
                .findFirst()
                .orElse(levels.get(0).type().getName());
    }

    private static List<String> pids(ClassFile.Note component) {
        Object pids = component.values().get("configurationPid");
        Object name = component.values().get("name");
        List<String> all = new ArrayList<>();
        if (pids instanceof List<?> several && !several.isEmpty()) {
            all.add(String.valueOf(several.get(0)));
        } else if (name != null) {
            all.add(String.valueOf(name));
        }
        return all;
    }

    /**
     * The methods of its configuration annotation by the names of the settings; empty if it designates none.
     *
     * @throws ClassNotFoundException if the annotation is not on the class path
     */
    Map<String, Method> settings() throws ClassNotFoundException {
        Map<String, Method> settings = new TreeMap<>();
        ClassLoader loader = levels.get(0).type().getClassLoader();
        for (ClassFile.Note designate : annotations(DESIGNATE).toList()) {
            String name = String.valueOf(designate.values().get("ocd"));
            for (Method method : loader.loadClass(name).getDeclaredMethods()) {
                settings.put(setting(method.getName()), method);
            }
        }
        return settings;
    }

    /** As a setting is named after a method: OSGi Compendium 8, section 112.8.2.1. */
    static String setting(String method) {
        return method.replace("__", "\u0000")
                .replace("_", ".")
                .replace("\u0000", "_")
                .replace("$_$", "-");
    }
}
