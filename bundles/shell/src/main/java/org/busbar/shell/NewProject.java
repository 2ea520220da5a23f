package org.busbar.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/**
 * The files of a new plug-in, from templates that Maven's archetypes are made of, too.
 *
 * @param files their texts, by their paths in the folder of the plug-in
 */
record NewProject(Map<String, String> files) {

    private static final Pattern BLANK = Pattern.compile("\\$\\{(\\w+)}");

    /** How the templates keep Velocity from taking a heading of Markdown for a comment. */
    private static final Pattern AS_IT_IS = Pattern.compile("#\\[\\[(.*?)]]#");

    private static final String JAVA = "/java/";

    /**
     * Fills the templates of a kind in.
     *
     * @throws Failure if the class would be called as something that it uses
     */
    static NewProject of(NewKind kind, NewNames names) {
        Map<String, String> meanings = names.meanings(version());
        Map<String, String> files = new LinkedHashMap<>();
        for (String path : kind.templates()) {
            String template = template(kind, path);
            refuse(names, path, template);
            files.put(place(path, names), filled(template, meanings));
        }
        return new NewProject(files);
    }

    private static String version() {
        return Main.class.getAnnotation(Command.class).version()[0].replace("busbar ", "");
    }

    private static void refuse(NewNames names, String path, String template) {
        if (path.endsWith(".java")
                && Pattern.compile("\\b" + names.className() + "\\b")
                        .matcher(template)
                        .find()) {
            throw Failure.usage("The class would be called " + names.className()
                    + ", as something that it uses: choose another name, such as my-" + names.name());
        }
    }

    /** Java files lie in the folder of their package. */
    private static String place(String path, NewNames names) {
        String folder = JAVA + names.packageName().replace('.', '/') + "/";
        return path.replace(JAVA, folder).replace("__className__", names.className());
    }

    private static String filled(String template, Map<String, String> meanings) {
        String text = AS_IT_IS.matcher(template).replaceAll("$1");
        return BLANK.matcher(text)
                .replaceAll(blank -> Matcher.quoteReplacement(Objects.requireNonNull(
                        meanings.get(blank.group(1)), () -> "A template has the unknown " + blank.group())));
    }

    private static String template(NewKind kind, String path) {
        String resource = "scaffold/" + kind + "/" + path;
        try (InputStream in = NewProject.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("The template " + resource + " cannot be read: " + e);
        }
    }

    /**
     * Writes the files into a new folder.
     *
     * @param dir where the folder is made
     * @throws Failure if the folder exists already, or cannot be written
     */
    Path write(Path dir, String name) {
        Path folder = dir.resolve(name);
        try {
            Files.createDirectories(dir);
            Files.createDirectory(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(folder, file.getKey(), file.getValue());
            }
            return folder;
        } catch (FileAlreadyExistsException e) {
            throw new Failure(e.getFile() + " exists already and was left as it is: choose another name, or --dir");
        } catch (IOException e) {
            throw new Failure(folder + " cannot be written: " + e);
        }
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent(), path));
        Files.writeString(file, text);
    }
}
