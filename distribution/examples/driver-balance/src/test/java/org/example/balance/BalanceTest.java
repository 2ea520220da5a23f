package org.example.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Links;
import org.busbar.api.link.Simulator;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;
import org.busbar.testkit.DriverContract;
import org.busbar.testkit.Settings;
import org.junit.jupiter.api.Test;

/** The balance holds what every driver must, and weighs. */
class BalanceTest implements DriverContract {

    @Override
    public Device driver(Links links, String link) {
        Map<String, Object> given = Map.of("lab_id", "balance-1", "link", link, "serial", "B021002593");
        return new Balance(Settings.of(Balance.Config.class, given), links);
    }

    @Override
    public Simulator simulator() {
        return new BalanceSimulator();
    }

    @Override
    public Values example(String action) {
        return Values.none();
    }

    @Test
    void weighs() throws Exception {
        Values weighed = device().actions().get(0).perform(Values.none());
        assertEquals(Quantity.of(12.3456, "g"), weighed.get("mass"));
    }

    @Test
    void an_unstable_weight_is_refused_with_what_to_do() {
        try (LinkRoom room = new LinkRoom()) {
            room.add("shaken", options -> Instrument.answering("\r\n", command -> "S D     12.3 g"));
            Device balance = driver(room.links(Permissions.ALL), "sim:shaken");
            DeviceException no = assertThrows(
                    DeviceException.class, () -> balance.actions().get(0).perform(Values.none()));
            assertTrue(no.getMessage().contains("draught shield"));
        }
    }
}
