package org.busbar.helao;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value is found: {@code experiment_1:0/cv_1/data/data/i}.
 *
 * @param experiment the number of the experiment
 * @param thread the thread whose data are meant
 * @param name the step
 * @param path below the step; empty for the step itself
 */
record Address(int experiment, int thread, String name, List<String> path) {

    private static final Pattern FORM = Pattern.compile("experiment_(\\d{1,9}):(\\d{1,9})/([^/]+)((?:/[^/]+)*)/?");

    Address {
        path = List.copyOf(path);
    }

    /** @throws IllegalArgumentException if the text is no address; the message says what one looks like */
    static Address parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no address such as experiment_1:0/cv_1/data/data/i");
        }
        return new Address(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), form.group(3), parts(form.group(4)));
    }

    /** The parts of a path, without empty ones. */
    static List<String> parts(String path) {
        return List.of(path.split("/")).stream().filter(part -> !part.isEmpty()).toList();
    }

    /** The group of the experiment. */
    String group() {
        return group(experiment, thread);
    }

    static String group(int experiment, int thread) {
        return "experiment_" + experiment + ":" + thread;
    }

    @Override
    public String toString() {
        return group() + "/" + name + (path.isEmpty() ? "" : "/" + String.join("/", path));
    }
}
