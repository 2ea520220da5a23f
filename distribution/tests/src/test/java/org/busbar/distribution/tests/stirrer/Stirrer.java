package org.busbar.distribution.tests.stirrer;

import static org.busbar.api.device.Action.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A stirrer that keeps a logbook as the simulated instruments do, and may be slow to stop or hang. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Stirrer.Config.class, factory = true)
public final class Stirrer implements Device {

    @ObjectClassDefinition(name = "Stirrer of the tests")
    public @interface Config {
        String lab_id();

        String world();

        /** How long an action lasts, ms. */
        long lasts() default 100;

        /** How long it goes on after it was told to stop, ms. */
        long stopping() default 0;

        /** Neither stops nor becomes safe, until there is a file named release in the world. */
        boolean hangs() default false;
    }

    private final Config config;
    private final Path world;

    @Activate
    public Stirrer(Config config) {
        this.config = config;
        this.world = Path.of(config.world());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                action("stir").repeatable().does(in -> work("stir")),
                action("hold").does(in -> work("hold")));
    }

    private Values work(String what) throws IOException, InterruptedException {
        write("begin " + what);
        try {
            long end = System.nanoTime() + config.lasts() * 1_000_000;
            while (System.nanoTime() < end) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            comeToRest();
            write("interrupted " + what);
            throw e;
        }
        write("end " + what);
        return Values.none();
    }

    private void comeToRest() {
        long end = System.nanoTime() + config.stopping() * 1_000_000;
        while (System.nanoTime() < end || isHanging()) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                end = Math.max(end, System.nanoTime()); // the motor does not turn slower for it
            }
        }
    }

    private boolean isHanging() {
        return config.hangs() && !Files.exists(world.resolve("release"));
    }

    @Override
    public void makeSafe() throws IOException {
        if (config.hangs()) {
            write("hangs makeSafe");
            comeToRest();
        }
    }

    @Deactivate
    public void close() throws IOException {
        write("deactivated driver");
    }

    private void write(String line) throws IOException {
        Files.createDirectories(world);
        Files.writeString(
                world.resolve(config.lab_id() + ".log"),
                Instant.now() + " " + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
