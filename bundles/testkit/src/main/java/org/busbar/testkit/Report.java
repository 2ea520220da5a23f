package org.busbar.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What a contract test has shown, for people, in Markdown. */
final class Report {

    private Report() {}

    static String of(Verdicts verdicts) {
        String rows = verdicts.byAssertion().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "# Conformance of " + verdicts.name() + "\n\n"
                + (verdicts.conforms() ? "Conforms" : "Does **not** conform") + " to the conformance kit "
                + Conformance.KIT + ".\n\n"
                + "| | |\n|---|---|\n"
                + fact("driver", verdicts.driver())
                + fact("version", Source.version())
                + fact("kit", Conformance.KIT)
                + fact("date", LocalDate.now().toString())
                + fact("instrument", instrument(verdicts))
                + "\n| # | assertion | outcome |\n|---|---|---|\n"
                + rows;
    }

    private static String instrument(Verdicts verdicts) {
        if (verdicts.link().isEmpty()) {
            return "simulated";
        }
        String told = verdicts.hardware();
        return "real, at " + verdicts.link() + ": " + (told.isEmpty() ? "model and firmware not told" : told);
    }

    private static String fact(String name, String value) {
        return "| " + name + " | " + cell(value) + " |\n";
    }

    private static String row(int number, List<Verdicts.Verdict> verdicts) {
        String outcome = verdicts.isEmpty()
                ? "not tried: nothing of this can be asked of a device without a link"
                : verdicts.stream().map(Report::outcome).collect(Collectors.joining("<br>"));
        return "| " + number + " | " + Conformance.ASSERTIONS.get(number - 1) + " | " + outcome + " |\n";
    }

    private static String outcome(Verdicts.Verdict verdict) {
        switch (verdict.ending()) {
            case PASSED:
                return "passed: " + verdict.test();
            case FAILED:
                return "**failed**: " + verdict.test() + ": " + cell(verdict.reason());
            default:
                return "skipped: " + verdict.test() + ": " + cell(verdict.reason());
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
