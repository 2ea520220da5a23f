package org.busbar.drivers.described.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2: a file of up to 1 MB that holds one mapping. */
public final class YamlFile {

    private static final long LARGEST = 1 << 20;

    private YamlFile() {}

    /** @throws IllegalArgumentException if it cannot be read or is no such file; names the file, the line and the mistake */
    public static Section read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(
                        file + " has " + Files.size(file) + " bytes: a description has " + LARGEST + " at most");
            }
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not a text in UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "): set description to a readable file",
                    e);
        }
    }

    /** The same for a text that is known as {@code file} in messages. */
    public static Section parse(String file, String text) {
        Place top = new Place(file, 1, "");
        try {
            Optional<Node> node = new Compose(settings(file)).composeString(text);
            return new Entry(node.orElseThrow(() -> top.mistake("the file is empty")), top).section();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new Place(file, line, "").mistake("not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw top.mistake(e);
        }
    }

    /** Keys that are no words are refused by {@link Section}, which knows where they stand. */
    private static LoadSettings settings(String file) {
        return LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
    }
}
