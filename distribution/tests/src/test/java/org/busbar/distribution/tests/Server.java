package org.busbar.distribution.tests;

import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Tenants;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Standing;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Verb;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Plugin;
import org.busbar.launcher.LauncherSettings;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.nat.internal.NativeTestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * A server of a lab in this very process: the bundles of the built distribution, with the settings and start levels of
 * its launcher. Only the packages of the api come from the test's class path, so that the test can call the services.
 */
final class Server implements AutoCloseable {

    private static final String SYSTEM_PACKAGES = "org.osgi.framework.system.packages.extra";

    private final NativeTestContainer container;

    private Server(NativeTestContainer container) {
        this.container = container;
    }

    /** Starts a server and waits until what lies in the folder is at work. */
    static Server start(TestLab lab) {
        Server server = boot(lab);
        try {
            Await.until("all of the lab is there", server::isReady);
            return server;
        } catch (AssertionError e) {
            try (server) {
                throw new AssertionError(server.states() + " " + server.lab().faults(), e);
            }
        }
    }

    /** Starts a server and waits for nothing. */
    static Server boot(TestLab lab) {
        try {
            Option[] options = options(lab.root()).toArray(new Option[0]);
            NativeTestContainer container =
                    new NativeTestContainer(PaxExamRuntime.createServerSystem(options), LauncherSettings::framework);
            container.start();
            return new Server(container);
        } catch (IOException e) {
            throw new AssertionError("The server did not start", e);
        }
    }

    private static List<Option> options(Path lab) {
        List<Option> options = new ArrayList<>();
        options.add(frameworkStartLevel(LauncherSettings.HIGHEST));
        LauncherSettings.of(Distribution.HOME, lab)
                .forEach((name, value) -> options.add(frameworkProperty(name)
                        .value(name.equals(SYSTEM_PACKAGES) ? value + "," + apiPackages() : value)));
        Distribution.jars("bundle").stream()
                .sorted(Comparator.comparing(Server::level)
                        .thenComparing(jar -> !Distribution.symbolicName(jar).equals("org.apache.felix.scr")))
                .filter(jar -> level(jar) < LauncherSettings.HIGHEST)
                .forEach(jar -> options.add(started(jar, level(jar))));
        Distribution.jars("plugins").forEach(jar -> options.add(started(jar, LauncherSettings.PLUGINS)));
        Distribution.jars("bundle").stream()
                .filter(jar -> level(jar) == LauncherSettings.HIGHEST)
                .forEach(jar -> options.add(started(jar, LauncherSettings.HIGHEST)));
        return options;
    }

    private static Option started(Path jar, int level) {
        return CoreOptions.bundle("reference:" + jar.toUri()).startLevel(level);
    }

    private static int level(Path jar) {
        return LauncherSettings.level(Distribution.symbolicName(jar));
    }

    /** With their versions, as the bundles import them. */
    private static String apiPackages() {
        return Distribution.header(Distribution.jar("org.busbar.api"), "Export-Package")
                .replaceAll(";uses:=\"[^\"]*\"", "");
    }

    private boolean isReady() {
        return orchestrator().stations().size() >= 4
                && !lab().procedures().isEmpty()
                && !lab().plans().isEmpty();
    }

    /** Where HTTP listens. */
    String url() {
        return Await.value("HTTP to listen", this::endpoint);
    }

    private Optional<String> endpoint() {
        try {
            ServiceReference<?>[] found = context().getAllServiceReferences(null, "(osgi.http.endpoint=http:*)");
            return Arrays.stream(found == null ? new ServiceReference<?>[0] : found)
                    .flatMap(http -> http.getProperty("osgi.http.endpoint") instanceof String[] several
                            ? Arrays.stream(several)
                            : Stream.of(String.valueOf(http.getProperty("osgi.http.endpoint"))))
                    .filter(address -> address.startsWith("http:"))
                    .map(address -> "http://127.0.0.1:" + URI.create(address).getPort())
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new AssertionError("The filter is wrong", e);
        }
    }

    BundleContext context() {
        return container.getSystemBundle().getBundleContext();
    }

    <T> T service(Class<T> type) {
        return Await.value("service " + type.getName(), () -> {
            ServiceReference<T> reference = context().getServiceReference(type);
            return reference == null
                    ? Optional.empty()
                    : Optional.ofNullable(context().getService(reference));
        });
    }

    Orchestrator orchestrator() {
        return service(Orchestrator.class);
    }

    Broker broker() {
        return service(Broker.class);
    }

    Tenants tenants() {
        return service(Tenants.class);
    }

    Campaigns campaigns() {
        return service(Campaigns.class);
    }

    Journal journal() {
        return service(Journal.class);
    }

    Lab lab() {
        return service(Lab.class);
    }

    /** The bundle at work that has that symbolic name. */
    Bundle bundle(String symbolicName) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no bundle " + symbolicName));
    }

    Plugin plugin(String symbolicName) {
        return lab().plugins().stream()
                .filter(plugin -> plugin.bundle().equals(symbolicName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no plug-in " + symbolicName));
    }

    Optional<Station> station(String device) {
        return orchestrator().stations().stream()
                .filter(station -> station.id().equals(device) && station.state() != Station.State.DRIVER_MISSING)
                .findFirst();
    }

    /** Every event of that kind so far, oldest first. */
    <E extends LabEvent> List<E> events(Class<E> kind) {
        return journal().read(0, Integer.MAX_VALUE).stream()
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The reasons why a file cannot be used; empty if it can. */
    String fault(String file) {
        return lab().faults().stream()
                .filter(fault -> fault.file().equals(file))
                .map(fault -> fault.reason())
                .collect(Collectors.joining("; "));
    }

    String awaitFault(String file, String... words) {
        try {
            return Await.value("a fault of " + file + " with " + List.of(words), () -> {
                String fault = fault(file);
                return !fault.isEmpty() && Arrays.stream(words).allMatch(fault::contains)
                        ? Optional.of(fault)
                        : Optional.empty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; there are " + lab().faults(), e);
        }
    }

    Optional<Progress> open(String run) {
        return orchestrator().open().stream()
                .filter(progress -> progress.run().id().equals(run))
                .findFirst();
    }

    /** Has a run aborted, whoever it is of. */
    void abort(String run, String reason) {
        orchestrator().order(run, new Order(Verb.ABORT, "test", reason, true));
    }

    void awaitState(String run, Run.State state) {
        Await.until(
                run + " is " + state,
                () -> open(run).filter(progress -> progress.state() == state).isPresent());
    }

    LabEvent.RunEnded awaitEnd(String run) {
        return Await.value("the end of " + run, () -> journal().of(run).stream()
                .map(Recorded::event)
                .filter(LabEvent.RunEnded.class::isInstance)
                .map(LabEvent.RunEnded.class::cast)
                .findFirst());
    }

    LabEvent.StepEnded awaitStepEnd(String run, String step) {
        return Await.value("the end of step " + step, Await.AT_ONCE, () -> events(LabEvent.StepEnded.class).stream()
                .filter(ended -> ended.run().equals(run) && ended.step().equals(step))
                .findFirst());
    }

    /** Begins the campaign that lies in the lab's folder. */
    String beginCampaign() {
        return campaigns().begin(lab().plans().get(0).campaign());
    }

    Standing standing(String campaign) {
        return campaigns().standing(campaign);
    }

    void awaitTrials(String campaign, int count) {
        Await.until(count + " trials", () -> standing(campaign).trials().size() >= count);
    }

    Standing awaitCampaign(String campaign) {
        try {
            Await.until(
                    "the end of campaign " + campaign,
                    () -> standing(campaign).state().isFinal());
        } catch (AssertionError e) {
            throw new AssertionError(
                    standing(campaign) + " runs " + orchestrator().open(), e);
        }
        return standing(campaign);
    }

    /** The same; whatever was cut short by the end of an earlier server is done again. */
    Standing awaitRecovered(String campaign) {
        Await.until("the end of " + campaign, () -> {
            orchestrator().open().stream()
                    .filter(progress -> progress.state() == Run.State.RECOVERING)
                    .forEach(progress -> orchestrator()
                            .settle(progress.run().id(), progress.step(), new Settlement.Repeat(), "Ada"));
            return standing(campaign).state().isFinal();
        });
        return standing(campaign);
    }

    /** The versions of a bundle that results name in their provenance, in the order of the trials. */
    List<String> versions(String bundle) {
        return events(LabEvent.Resolved.class).stream()
                .flatMap(resolved -> resolved.result().provenance().stream())
                .map(provenance -> provenance.agent())
                .filter(agent -> agent.bundle().equals(bundle))
                .map(agent -> agent.version())
                .distinct()
                .toList();
    }

    /** Map view for messages. */
    Map<String, String> states() {
        return orchestrator().stations().stream()
                .collect(Collectors.toMap(Station::id, station -> station.state() + " " + station.detail()));
    }

    @Override
    public void close() {
        container.stop();
    }
}
