package org.busbar.drivers.modbus;

import static org.busbar.drivers.modbus.Bench.perform;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a server in Python that was written from the specification, behind a real socket. */
class ForeignServerTest {

    private interface Trial {
        void on(Device device) throws Exception;
    }

    private static void with(String framing, Trial trial) throws Exception {
        Path script = Path.of(Bench.class.getResource("modbus_server.py").toURI());
        Process server = new ProcessBuilder("python3", script.toString(), framing)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (LinkRoom room = new LinkRoom();
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            Path registers = Path.of(Bench.class.getResource("registers.yaml").toURI());
            trial.on(Bench.driver(
                    room.links(Permissions.ALL),
                    Map.of(
                            "link",
                            "tcp://127.0.0.1:" + said.readLine(),
                            "framing",
                            framing,
                            "unit",
                            17,
                            "description",
                            registers.toString())));
        } finally {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "rtu"})
    void every_type_and_table_is_written_and_read(String framing) throws Exception {
        with(framing, device -> {
            Values kept = perform(
                    device,
                    "keep",
                    Values.of("temperature", Quantity.of(-12.3, "Cel"))
                            .with("pressure", Quantity.of(1.25, "bar"))
                            .with("count", Quantity.of(65534, "1"))
                            .with("valve", new Text("open")));
            assertEquals(-12.3, kept.quantity("temperature_kept").in("Cel"), 1e-12);
            assertEquals(125_000, kept.quantity("pressure_kept").in("Pa"), 1e-3);
            assertEquals(125_000, kept.quantity("precise").in("Pa"), 1e-9);
            assertEquals(65535, kept.quantity("count_plus_1").value());
            assertEquals(new Text("open"), kept.get("state"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "rtu"})
    void exceptions_are_told(String framing) throws Exception {
        with(framing, device -> {
            DeviceException fault = assertThrows(DeviceException.class, () -> perform(device, "break", Values.none()));
            assertEquals(Detail.FAULT, fault.detail());
            assertTrue(fault.getMessage().contains("refused"), fault.getMessage());
            DeviceException missing = assertThrows(DeviceException.class, () -> perform(device, "miss", Values.none()));
            assertEquals(Detail.CONFIGURATION, missing.detail());
            assertTrue(missing.getMessage().contains("beyond"), missing.getMessage());
        });
    }
}
