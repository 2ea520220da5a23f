package org.busbar.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.busbar.api.device.Device;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down what a contract test has shown: {@code <driver>.md} for people and {@code <driver>.badge.json} for
 * catalogues, in the folder {@code target/conformance} or the one that the JUnit parameter {@value #FOLDER} names.
 *
 * <p>The badge is signed with the key of {@code -Dbusbar.key=<PKCS 12 file>} and {@code -Dbusbar.key.password=}, and
 * names who has verified a real instrument, {@code -Dbusbar.by=}.
 */
public final class Conformance implements BeforeEachCallback, AfterAllCallback, TestWatcher {

    /** The version of the kit: changes with what is asserted. */
    public static final String KIT = "1.0";

    /** The JUnit configuration parameter with the folder to write to. */
    public static final String FOLDER = "busbar.conformance";

    /** What is asserted, from number 1 on. */
    static final List<String> ASSERTIONS = List.of(
            "It describes itself: inputs have units and limits, actions a duration, the device a stop bound",
            "It is activated at once whatever the link does, and gets no work before the right instrument answers",
            "What is out of range or in a wrong unit is refused, and nothing is sent",
            "What is repeatable does the same when done twice",
            "It makes itself safe within its bound: idle, in the middle, while it begins, while the line hangs",
            "Each failure leads to the states that it should",
            "Actions give what it says, and take as long as it says",
            "It is ready again when the link is back, and leaves nothing behind",
            "Its classes can be unloaded",
            "It tells what became of an action, and interruption ends one",
            "It is the same on a simulated and on a real link",
            "It uses what it declares, and tells no secret",
            "The settings in its README are right");

    private static final ThreadLocal<@Nullable Verdicts> CURRENT = new ThreadLocal<>();

    /** Tells which driver is tried. */
    static void tell(Device device) {
        current().ifPresent(verdicts -> verdicts.driver(device));
    }

    /** Tells which real instrument it is tried on. */
    static void tell(String link, String hardware) {
        current().ifPresent(verdicts -> verdicts.hardware(link, hardware));
    }

    static Optional<Verdicts> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CURRENT.set(verdicts(context));
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        add(context, Verdicts.Ending.PASSED, "");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        String said = cause.getMessage();
        add(context, Verdicts.Ending.FAILED, cause instanceof AssertionError && said != null ? said : cause.toString());
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        add(context, Verdicts.Ending.SKIPPED, said.replaceFirst("^Assumption failed: ", ""));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        add(context, Verdicts.Ending.SKIPPED, "disabled: " + reason.orElse("no reason given"));
    }

    private static void add(ExtensionContext context, Verdicts.Ending ending, String reason) {
        verdicts(context).add(context.getRequiredTestMethod(), ending, reason);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CURRENT.remove();
        Verdicts verdicts = verdicts(context);
        Path folder = Path.of(context.getConfigurationParameter(FOLDER).orElse("target/conformance"));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(verdicts.name() + ".md"), Report.of(verdicts));
            Files.writeString(folder.resolve(verdicts.name() + ".badge.json"), Badge.of(verdicts));
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + folder, e);
        }
    }

    private static Verdicts verdicts(ExtensionContext context) {
        Class<?> contract = context.getRequiredTestClass();
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Conformance.class))
                .getOrComputeIfAbsent(contract, key -> new Verdicts(contract), Verdicts.class);
    }
}
