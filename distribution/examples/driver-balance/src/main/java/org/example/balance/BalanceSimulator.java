package org.example.balance;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/** A balance in software with 12.3456 g on it, for links {@code sim:balance}. */
@Component(property = Simulator.NAME + "=balance")
public final class BalanceSimulator implements Simulator {

    @Override
    public Instrument instrument(Map<String, String> options) {
        return Instrument.answering("\r\n", command -> answer(command, "B021002593"));
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return Instrument.answering("\r\n", command -> answer(command, "B021002594"));
    }

    @Override
    public byte[] refusal() {
        return "S I\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static String answer(String command, String serial) {
        switch (command) {
            case "S":
                return "S S     12.3456 g";
            case "I4":
                return "I4 A \"" + serial + "\"";
            default:
                return "ES"; // not understood
        }
    }
}
