package org.busbar.drivers.scpi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/** A simulated bench supply with a resistor as its load: {@code sim:scpi-supply?load=10&noise=0.0001&seed=1}. */
@Component(property = Simulator.NAME + "=scpi-supply")
public final class BenchSupply implements Simulator {

    @Override
    public Instrument instrument(Map<String, String> options) {
        return instrument("0001", options);
    }

    @Override
    public byte[] refusal() {
        return "-221,\"Settings conflict\"\n".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return instrument("0002", options);
    }

    private static Instrument instrument(String serial, Map<String, String> options) {
        SupplyOptions given = SupplyOptions.of(options);
        SupplyOutput output = new SupplyOutput(given, System::nanoTime);
        return Instrument.answering("\n", new SupplyLanguage(serial, output)::answer);
    }
}
