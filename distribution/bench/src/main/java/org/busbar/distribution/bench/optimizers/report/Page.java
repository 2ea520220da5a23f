package org.busbar.distribution.bench.optimizers.report;

/** A page without scripts that needs no other file. */
final class Page {

    private static final String STYLE =
            """
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
            table { border-collapse: collapse; margin-bottom: 1.5rem; }
            th, td { padding: 0.15rem 0.6rem; border-bottom: 1px solid #ddd; text-align: left; }
            td { font-variant-numeric: tabular-nums; }
            section { border-top: 2px solid #888; margin-top: 1.5rem; overflow-x: auto; }
            svg text { font: 12px system-ui, sans-serif; fill: #222; }
            """;

    private Page() {}

    static String of(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + Table.escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style></head>\n<body>\n<h1>" + Table.escaped(title) + "</h1>\n"
                + body + "</body>\n</html>\n";
    }
}
