package org.busbar.drivers.methodscript.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/** Makes potentiostats in software for links {@code sim:methodscript}. */
@Component(property = Simulator.NAME + "=methodscript")
public final class PotentiostatSimulator implements Simulator {

    @Override
    public Instrument instrument(Map<String, String> options) {
        return new SimulatedPotentiostat(Options.of(options));
    }

    @Override
    public byte[] refusal() {
        return "e!4001: Line 1, Col 1\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return new SimulatedPotentiostat(Options.of(options).other());
    }
}
