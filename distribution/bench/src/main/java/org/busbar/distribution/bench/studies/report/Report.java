package org.busbar.distribution.bench.studies.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.distribution.bench.studies.figure.Markup;
import org.busbar.distribution.bench.studies.figure.Plot;
import org.busbar.json.Json;

/** What a study found. Not safe for use by many threads. */
public final class Report {

    private static final String STYLE =
            """
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
            p { max-width: 60rem; }
            table { border-collapse: collapse; margin-bottom: 1.5rem; }
            th, td { padding: 0.15rem 0.7rem; border-bottom: 1px solid #ddd; text-align: left; }
            td { font-variant-numeric: tabular-nums; }
            svg { margin: 0 1rem 1rem 0; }
            svg text { font-family: system-ui, sans-serif; font-size: 12px; fill: #222; }
            h1 { font-size: 1.5rem; }
            .synthetic { background: #fff3cd; border: 1px solid #e0c060; padding: 0.4rem 0.8rem; }
            """;

    private final String title;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final List<Map<String, Object>> records = new ArrayList<>();

    public Report(String title) {
        this.title = title;
        text.append(title).append("\n\n");
    }

    /** Adds a paragraph. */
    public Report say(String paragraph) {
        text.append(paragraph).append("\n\n");
        body.append("<p>").append(Markup.escaped(paragraph)).append("</p>\n");
        return this;
    }

    /** Adds a paragraph in a coloured box that says what is not measured. */
    public Report warn(String paragraph) {
        text.append("SYNTHETIC: ").append(paragraph).append("\n\n");
        body.append("<p class=\"synthetic\"><b>SYNTHETIC.</b> ")
                .append(Markup.escaped(paragraph))
                .append("</p>\n");
        return this;
    }

    /** Adds a table. */
    public Report table(Table table) {
        text.append(table.text());
        body.append(table.html());
        return this;
    }

    /** Adds a drawing, to the page only. */
    public Report plot(Plot plot) {
        body.append(plot.svg());
        return this;
    }

    /** Adds a record for programs: what is given by name. */
    public Report record(Map<String, Object> record) {
        records.add(record);
        return this;
    }

    /** All records so far. */
    public List<Map<String, Object>> records() {
        return List.copyOf(records);
    }

    /** Title, paragraphs and tables. */
    public String text() {
        return text.toString();
    }

    /** A page without scripts that needs no other file. */
    public String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + Markup.escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n<h1>" + Markup.escaped(title) + "</h1>\n"
                + body + "</body>\n</html>\n";
    }

    /** Writes {@code results.jsonl}, {@code report.txt} and {@code report.html} into a folder, in place of older ones. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        records.forEach(record -> lines.append(Json.write(record)).append('\n'));
        Files.writeString(folder.resolve("results.jsonl"), lines);
        Files.writeString(folder.resolve("report.txt"), text());
        Files.writeString(folder.resolve("report.html"), html());
    }
}
