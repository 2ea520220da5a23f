package org.busbar.analyses.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Resource;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.artifact.Artifacts;

/**
 * Takes the table of an analysis from the store of raw files. Safe for use by many threads; blocks for the disk.
 *
 * @param analysis its name, with which each refusal begins
 */
public record TableInput(String analysis, Artifacts artifacts) {

    /** A CSV file as {@link Table#read} takes it. */
    public static final Parameter.Artifact TABLE = Parameter.artifact("table", "text/csv");

    /** The name of the column to be explained. */
    public static final Parameter.Note OUTPUT = Parameter.note("output");

    /** Names of columns separated by commas; empty, the usual default, for all columns of numbers but the output. */
    public static final Parameter.Note INPUTS = Parameter.note("inputs");

    /** Names of columns whose cells together name the group of a row, separated by commas; empty for none. */
    public static final Parameter.Note GROUP = Parameter.note("group");

    /**
     * The columns that {@link #OUTPUT}, {@link #INPUTS} and, if given, {@link #GROUP} name.
     *
     * @param inputs completed and checked
     * @throws IllegalArgumentException if the table cannot be read or a column cannot be used
     */
    public Chosen chosen(Values inputs) {
        return refusing(() ->
                Chosen.from(read(inputs), text(inputs, OUTPUT), names(text(inputs, INPUTS)), text(inputs, GROUP)));
    }

    /**
     * The whole table.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public Table table(Values inputs) {
        return refusing(() -> read(inputs));
    }

    /** The names between commas, without blanks around them; empty for a blank text. */
    public static List<String> names(String commaSeparated) {
        return Choosing.names(commaSeparated);
    }

    private Table read(Values inputs) throws IOException {
        Resource resource = (Resource) inputs.get(TABLE.name());
        try (InputStream in = artifacts.open(resource.sha256())) {
            return Table.read(in, Limits.usual());
        }
    }

    private static String text(Values inputs, Parameter.Note note) {
        Value value = inputs.byName().get(note.name());
        return value instanceof Text text ? text.text().strip() : "";
    }

    private interface Work<T> {
        T result() throws IOException;
    }

    private <T> T refusing(Work<T> work) {
        try {
            return work.result();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(analysis + ": " + e.getMessage(), e);
        }
    }
}
