package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.busbar.api.Capability;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;

/** What a driver says of itself in its manifest, its README and its actions, and whether it is so. */
final class Papers {

    /** What goes past the links, and so past permissions, traces and simulated failures. */
    private static final List<String> PAST = List.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.HttpURLConnection",
            "java.net.http.HttpClient",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.DatagramChannel",
            "com.fazecast.jSerialComm.SerialPort");

    private final DriverContract contract;
    private final Stand stand = Stand.current();

    Papers(DriverContract contract) {
        this.contract = contract;
    }

    void isAlwaysTheSame() throws Exception {
        List<Capability> here = capabilities(stand.uri(contract));
        assertEquals(
                here,
                capabilities(stand.absent(contract, "kit-nothing-there")),
                "The actions depend on whether the instrument is there");
        assertEquals(
                here,
                capabilities(stand.simulated(contract, contract.simulator())),
                "The actions are not the same on a simulated link");
    }

    private List<Capability> capabilities(String uri) throws Exception {
        Device device = stand.device(contract, uri);
        List<Capability> all = device.actions().stream().map(Action::capability).toList();
        stand.done(device);
        return all;
    }

    void behavesTheSame() throws Exception {
        assumeTrue(Stand.isReal(), "no real link was given, see -D" + Stand.REAL);
        Device device = contract.device();
        device.selfTest();
        Conformance.tell(Stand.real(), contract.hardware(device));
        List<String> names = contract.failing(device);
        stand.done(device);
        for (String name : names) {
            assertEquals(
                    events(name, stand.simulated(contract, contract.simulator())), events(name, Stand.real()), name);
        }
    }

    /** The kinds of events of an action, in order. */
    private List<String> events(String action, String uri) throws Exception {
        Device device = stand.device(contract, uri);
        contract.prepare(device, action);
        try (Scenario scenario = Scenario.at(contract, device, action)) {
            return scenario.events();
        }
    }

    void usesWhatItDeclares() throws Exception {
        Device device = contract.device();
        Declared declared = Declared.by(device.getClass());
        stand.done(device);
        Set<String> undeclared = new TreeSet<>(stand.links().used());
        undeclared.removeIf(declared::permits);
        assertEquals(Set.of(), undeclared, "Used and not declared in Busbar-Permissions: " + declared.permissions());
        Require.that(
                !declared.permissions().isEmpty(),
                "The driver declares no link: it can be used with a simulated instrument only; say"
                        + " @Header(name = Links.PERMISSIONS, value = \"serial:*\")");
        assertEquals(Set.of(), past(device.getClass()), "Goes past the links; open a Link instead");
    }

    private static Set<String> past(Class<?> driver) throws Exception {
        Set<String> past = new TreeSet<>();
        for (ClassFile file : Source.neighbours(driver)) {
            past.addAll(file.references());
        }
        past.retainAll(PAST);
        return past;
    }

    void tellsNoSecret() throws Exception {
        assumeTrue(!contract.secrets().isEmpty(), "the driver is made without any secret");
        Eavesdropper ear = new Eavesdropper(contract.secrets());
        try (ear) {
            for (String name : Trials.failing(contract)) {
                try (Scenario scenario = Scenario.of(contract, name)) {
                    ear.hear(scenario.works().toString());
                    ear.hear(scenario.device().toString());
                    scenario.lab().record().forEach(ear::hear);
                }
            }
        }
        assertEquals(List.of(), ear.heard(), "A secret is told");
    }

    void hasRightExamples() throws Exception {
        assumeTrue(Files.isRegularFile(contract.readme()), "there is no " + contract.readme());
        Device device = contract.device();
        Declared declared = Declared.by(device.getClass());
        stand.done(device);
        Manual manual = Manual.read(contract.readme());
        List<Map<?, ?>> examples = manual.examples(declared.pid());
        Require.that(
                !examples.isEmpty(),
                "README.md has no block of JSON under '## Configuration' with settings of " + declared.pid());
        List<String> faults = new ArrayList<>();
        for (Map<?, ?> example : examples) {
            faults.addAll(Manual.faults(example, declared.settings()));
            faults.addAll(unlinked(example, declared));
        }
        assertEquals(List.of(), faults, "The settings in README.md are wrong");
    }

    /** What is wrong with the link of an example, a sentence each. */
    private static List<String> unlinked(Map<?, ?> example, Declared declared) {
        String link = String.valueOf(example.get("link")).replaceFirst("\\?.*", "");
        return !example.containsKey("link") || declared.permits(link)
                ? List.of()
                : List.of("the link " + link + " is not declared: " + declared.permissions());
    }
}
