package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginShelf;

/** A lab whose plug-ins are put in by hand; the server may be started anew. */
final class ShelfRig implements AutoCloseable {

    static final String PUMP = PumpJar.NAME;

    final Path folder;
    Workshop lab;
    PluginShelf shelf;

    ShelfRig(Path folder) throws Exception {
        this.folder = folder;
        open();
    }

    void open() throws Exception {
        lab = new Workshop(folder.resolve("lab"), folder.resolve("home"));
        shelf = lab.plugins;
    }

    @Override
    public void close() throws Exception {
        lab.close();
    }

    void reopen() throws Exception {
        close();
        open();
    }

    /** A server that has a version of the pump of its own. */
    void ship(String version) throws Exception {
        new PumpJar(version).in(folder.resolve("home/plugins"));
        reopen();
    }

    Path jar(PumpJar jar) {
        return jar.in(folder.resolve("jars"));
    }

    Plugin install(String version) throws InterruptedException {
        return shelf.install(jar(new PumpJar(version)), "ada");
    }

    void refuses(Path jar, String... parts) {
        Documents.requireParts(assertThrows(IllegalArgumentException.class, () -> shelf.install(jar, "ada")), parts);
    }

    List<String> versions() {
        return shelf.versions(PUMP).stream()
                .map(version -> version.version() + (version.atWork() ? "*" : ""))
                .toList();
    }

    List<String> orders() {
        return lab.events(LabEvent.PluginOrdered.class).stream()
                .map(order -> order.what() + " " + order.version() + " by " + order.by())
                .toList();
    }

    List<Path> kept() throws IOException {
        try (var files = Files.list(lab.root.resolve("data/plugins"))) {
            return files.toList();
        }
    }

    void run(String id, Step step) {
        Run run = new Run(id, new Sequence(id, "1", List.of(), List.of(step), Map.of()), Values.none(), "ada");
        lab.open.add(new Progress(run, Run.State.RUNNING, "", "", java.time.Instant.EPOCH));
    }
}
