package org.busbar.drivers.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.busbar.api.Values;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.link.LinkException;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * What a step says about a result file.
 *
 * @param within how long it may take to come
 * @param rest how long it must not have changed
 * @param end what a whole file has in it
 * @param raw the output that is the file as it came
 * @param done the folder beside it where it is put afterwards
 */
record ResultFile(
        Duration within,
        Duration rest,
        Charset charset,
        Optional<Pattern> end,
        Optional<Raw> raw,
        Optional<String> done,
        Reply reply,
        ResultColumns columns) {

    private static final long LARGEST = 64L << 20;

    /** An output that is an artifact. */
    record Raw(String output, String mediaType) {}

    static ResultFile of(Section step, Scope scope) {
        return new ResultFile(
                step.find("within").map(Entry::duration).orElse(Duration.ofHours(1)),
                step.find("rest").map(Entry::duration).orElse(Duration.ofSeconds(2)),
                charset(step),
                step.find("end").map(entry -> entry.as(Pattern::compile)),
                step.find("raw").map(entry -> raw(entry, step, scope)),
                step.find("done").map(entry -> entry.as(ResultFile::plain)),
                Reply.text(step, scope),
                ResultColumns.of(step, scope));
    }

    private static String plain(String folder) {
        if (!folder.matches("\\w[\\w .-]*")) {
            throw new IllegalArgumentException(
                    "'" + folder + "' is no name of a folder beside the result: write one such as done");
        }
        return folder;
    }

    static Charset charset(Section step) {
        return step.find("charset").map(entry -> entry.as(Charset::forName)).orElse(StandardCharsets.UTF_8);
    }

    private static Raw raw(Entry entry, Section step, Scope scope) {
        String mediaType = step.find("media").map(Entry::text).orElse("text/csv");
        return entry.as(output -> {
            scope.claim(output);
            return new Raw(output, mediaType);
        });
    }

    /**
     * Reads a file that has come; it is kept first, so that it is there whatever is wrong with it.
     *
     * @throws LinkException of the kind {@code GARBLED} if it is not what it should be; it stays where it is
     */
    Values read(Path file, Folder folder, Artifacts artifacts) throws Exception {
        byte[] bytes = bytes(file);
        Values kept = Values.none();
        if (raw.isPresent()) {
            kept = Values.of(
                    raw.get().output(),
                    artifacts.keep(new ByteArrayInputStream(bytes), raw.get().mediaType()));
        }
        String text = new String(bytes, charset).replace("\uFEFF", ""); // the mark that some software begins with
        requireWhole(file, text);
        Values values = kept.with(reply.read(file.getFileName().toString(), text))
                .with(columns.read(file.getFileName().toString(), text));
        if (done.isPresent()) {
            folder.move(file, done.get());
        }
        return values;
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    file + " has " + Files.size(file) + " bytes, and a result has " + LARGEST + " at most");
        }
        return Folder.read(file);
    }

    private void requireWhole(Path file, String text) throws LinkException {
        if (end.isPresent() && !end.get().matcher(text).find()) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    file + " came to rest without '" + end.get() + "' in it: it is cut, or the description is wrong");
        }
    }
}
