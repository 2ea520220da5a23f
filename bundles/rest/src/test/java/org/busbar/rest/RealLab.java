package org.busbar.rest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Agent;
import org.busbar.artifacts.ContentAddressedStore;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.orchestrator.JournaledOrchestrator;
import org.busbar.reanalysis.JournaledReanalyses;
import org.busbar.security.RealSecurity;

/** The whole api over a journal on disk and the orchestrator that is shipped, with one device. */
final class RealLab implements AutoCloseable {

    final SqliteJournal journal;
    final JournaledOrchestrator orchestrator;
    final ApiServlet servlet = new ApiServlet();
    final List<Routes> groups;
    private final ContentAddressedStore artifacts;
    private final StudyDesk studies;
    final RealSecurity security;
    final AnalysisShelf analyses = new AnalysisShelf();

    /** Fits a line through the origin, and shows it. */
    private static final class Slope implements Analysis {
        private static final Parameter.Curve X = Parameter.curve("x", "s");
        private static final Parameter.Curve Y = Parameter.curve("y", "V");

        @Override
        public Capability capability() {
            return new Capability(
                            "slope",
                            List.of(X, Y, Parameter.real("offset", "V")),
                            List.of(Parameter.real("slope", "V/s"), Quality.OUTPUT))
                    .byDefault("offset", Quantity.of(0, "V"));
        }

        @Override
        public Values apply(Values inputs) {
            double[] x = inputs.get(X);
            double[] y = inputs.get(Y);
            double slope = (y[1] - inputs.quantity("offset").in("V")) / x[1];
            return Values.of("slope", Quantity.of(slope, "V/s"))
                    .with("quality", Quality.ok().text());
        }

        @Override
        public List<Chart> charts(Values inputs, Values outputs) {
            Layer points =
                    new Layer.Points("measured", (Series) inputs.get("x"), (Series) inputs.get("y"), Layer.Mark.CIRCLE);
            return List.of(new Chart("line", "Line", Axis.linear("time", "s"), Axis.linear("voltage", "V"), points));
        }
    }

    /** Takes one of everything. */
    private static final class Robot implements Device {
        @Override
        public List<Action> actions() {
            return List.of(
                    Action.action("dispense")
                            .takes(Parameter.real("volume", "mL", 0, 10), Parameter.whole("strokes", 1, 5))
                            .takes(Parameter.specimen("sample"))
                            .gives(Parameter.real("dispensed", "mL"))
                            .does(in -> Values.of("dispensed", in.quantity("volume"))),
                    Action.action("say")
                            .takes(Parameter.choice("tone", "low", "high"), new Parameter.Note("text", 40, ""))
                            .takes(Parameter.curve("melody", "Hz"))
                            .gives(new Parameter.Note("said", 100, ""), Parameter.curve("heard", "Hz"))
                            .does(in -> Values.of("said", new Text("ok")).with("heard", Series.of("Hz", 1, 2))));
        }
    }

    RealLab(Path folder) throws Exception {
        journal = new SqliteJournal(folder.resolve("data/journal.sqlite"));
        JournaledInventory inventory = new JournaledInventory(journal);
        orchestrator = new JournaledOrchestrator(journal, inventory);
        Robot robot = new Robot();
        orchestrator.add(robot, Agent.named("left"), robot);
        Slope slope = new Slope();
        orchestrator.add(slope, Agent.named("slope"), slope);
        analyses.add(slope, Agent.named("slope"), slope);
        security = new RealSecurity(folder);
        artifacts = new ContentAddressedStore(folder.resolve("data/artifacts"));
        Feed feed = new Feed();
        journal.addListener(feed);
        FakeLab lab = new FakeLab();
        RealBroker broker = new RealBroker(journal);
        FakeCampaigns campaigns = new FakeCampaigns();
        studies = new StudyDesk(campaigns);
        RunDesk desk = new RunDesk(orchestrator, journal, feed);
        groups = new ArrayList<>(broker.groups(feed));
        groups.addAll(List.of(
                new HealthRoutes(lab, journal, orchestrator, broker.broker, campaigns, campaigns, campaigns),
                new LabRoutes(lab),
                new PluginRoutes(lab, new FakePlugins()),
                new DeviceRoutes(orchestrator, desk),
                new RunRoutes(lab, desk),
                new VerbRoutes(orchestrator, desk),
                new InquiryRoutes(orchestrator, desk),
                new BarRoutes(orchestrator, journal),
                new DryRunRoutes(orchestrator, lab),
                new InventoryRoutes(inventory),
                new ArtifactRoutes(artifacts),
                new AnalysisRoutes(analyses, desk),
                new ChartRoutes(analyses, journal),
                new ReanalysisRoutes(
                        new JournaledReanalyses(journal, orchestrator, broker.results), campaigns, journal),
                new ResultRoutes(journal, broker.results),
                new CampaignRoutes(campaigns, lab),
                new ShadowRoutes(campaigns),
                new SpaceRoutes(campaigns),
                new InsightRoutes(campaigns),
                new OptimizerRoutes(),
                new ReportRoutes(campaigns, lab, campaigns, studies),
                new EventRoutes(journal, feed),
                new UserRoutes(security.users(), security.doorkeeper()),
                new TokenRoutes(security.users()),
                new AuditRoutes(security.users())));
        groups.forEach(servlet::addRoutes);
    }

    @Override
    public void close() throws Exception {
        servlet.close();
        studies.close();
        orchestrator.close();
        artifacts.close();
        security.close();
        journal.close();
    }
}
