package org.busbar.drivers.file;

import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.YamlFile;

/**
 * A text with values and, at {@code {job}}, the name of the job that is under way.
 *
 * @param written as it stands in the description
 */
record NameTemplate(String written, Template template) {

    private static final String JOB = "{job}";

    /** What would make another file, or several, of a name. */
    private static final String SPECIAL = "/\\*?[]{}:";

    static NameTemplate of(Entry entry, Scope scope) {
        return entry.as(text -> new NameTemplate(text, template(text, scope)));
    }

    /** The name of the job is no value that the description declares, so its braces are taken as such. */
    private static Template template(String text, Scope scope) {
        String quoted = text.replace(JOB, "{" + JOB + "}")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\t", "\\t")
                .replace("\n", "\\n");
        Entry entry = YamlFile.parse("text", "value: \"" + quoted + "\"").get("value");
        return Template.of(entry, scope, Encoding.PLAIN);
    }

    /** The text with its values. */
    String text(String job, Values known) {
        return template.fill(known).replace(JOB, job);
    }

    /**
     * The same for the name of a file.
     *
     * @throws DeviceException if a value in it would make it another folder or pattern
     */
    String name(String job, Values known) throws DeviceException {
        String name = text(job, known);
        String frame = written.replaceAll("\\{[^{}]*}", "");
        for (char special : SPECIAL.toCharArray()) {
            if (count(name, special) != count(frame, special)) {
                throw new DeviceException("'" + name + "' is no name for a file: leave '" + special
                        + "' out of the inputs that are part of it");
            }
        }
        return name;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
