package org.busbar.shell;

/** A campaign of three trials as a server tells it. */
final class Canned {

    static final String STANDING =
            """
            {"id": "c1", "state": "RUNNING", "optimizer": "random", "detail": "", "trials": [],
             "campaign": {"name": "salt", "trials": 3,
              "problem": {"objectives": [{"output": "conductivity", "goal": "MAXIMIZE"}]}}}
            """;

    private Canned() {}

    static String suggested(long number, int trial, double salt) {
        return FakeServer.event(
                number,
                "TrialSuggested",
                "{\"campaign\": \"c1\", \"number\": %d, \"request\": \"r%d\", \"point\": {\"salt\": {\"value\": %s, \"unit\": \"mol/L\"}}}"
                        .formatted(trial, trial, salt));
    }

    static String resolved(long number, int trial, double conductivity) {
        return FakeServer.event(
                number,
                "Resolved",
                "{\"result\": {\"request\": {\"id\": \"r%d\"}, \"outputs\": {\"conductivity\": {\"value\": %s, \"unit\": \"mS/cm\"}}}}"
                        .formatted(trial, conductivity));
    }

    static String failed(long number, int trial) {
        return FakeServer.event(
                number, "Unresolved", "{\"request\": \"r%d\", \"reason\": \"the cell leaks\"}".formatted(trial));
    }

    static String swapped(long number) {
        return FakeServer.event(
                number,
                "OptimizerSwapped",
                "{\"campaign\": \"c1\", \"from\": \"random\", \"to\": \"forest\", \"by\": \"plan\"}");
    }

    static String lost(long number) {
        return FakeServer.event(
                number,
                "StepEnded",
                "{\"run\": \"run-9\", \"step\": \"fill\", \"outcome\": {\"type\": \"Unknown\", \"reason\": \"link lost\"}}");
    }

    static String ended(long number) {
        return FakeServer.event(
                number, "CampaignEnded", "{\"campaign\": \"c1\", \"state\": \"COMPLETED\", \"reason\": \"\"}");
    }
}
