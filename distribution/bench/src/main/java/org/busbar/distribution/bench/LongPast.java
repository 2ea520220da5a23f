package org.busbar.distribution.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.event.LabEvent;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.sqlite.SQLiteConfig;

/** Fills a journal with the past of a lab: campaigns of 100 trials, the last one still open. */
final class LongPast {

    private static final int TRIALS = 100;
    private static final int OPEN = 2;
    private static final int COMMIT = 5000;
    private static final Instant TIME = Instant.parse("2026-01-01T08:00:00Z");

    private final PlainSqlite table;

    private LongPast(PlainSqlite table) {
        this.table = table;
    }

    /** Writes so many events or a few more. */
    static long write(Path file, long count) throws SQLException {
        try (PlainSqlite table = PlainSqlite.open(file, SQLiteConfig.SynchronousMode.OFF)) {
            LongPast past = new LongPast(table);
            int campaign = 1;
            while (table.number() + TRIALS * TrialEvents.COUNT < count) {
                past.add("electrolyte-" + campaign++, TRIALS, 0);
            }
            past.add("electrolyte-" + campaign, TRIALS, OPEN);
            table.commit();
            return table.number();
        }
    }

    private void add(String campaign, int trials, int open) throws SQLException {
        add(new LabEvent.CampaignBegun(TIME, campaign, plan(trials)));
        for (int number = 1; number <= trials; number++) {
            TrialEvents events = new TrialEvents(campaign, number);
            for (LabEvent event : number > trials - open ? events.begun() : events.all()) {
                add(event);
            }
        }
        if (open == 0) {
            add(new LabEvent.CampaignEnded(TIME, campaign, Campaign.State.COMPLETED, "all trials have ended"));
        }
    }

    private void add(LabEvent event) throws SQLException {
        table.add(PlainSqlite.Entry.of(event));
        if (table.number() % COMMIT == 0) {
            table.commit();
        }
    }

    private static Campaign plan(int trials) {
        Problem problem = new Problem(
                Space.of(
                        Parameter.real("pc_share", "1", 0.087, 1).by(0.001),
                        Parameter.real("salt_molality", "mol/kg", 0.194, 2.118).by(0.001)),
                List.of(new Objective("conductivity", Objective.Goal.MAXIMIZE)));
        return new Campaign(
                "electrolyte",
                "ionic_conductivity",
                List.of("impedance_spectroscopy"),
                problem,
                Values.of("temperature", Quantity.of(20, "Cel")),
                trials,
                2,
                "random",
                List.of(),
                42);
    }
}
