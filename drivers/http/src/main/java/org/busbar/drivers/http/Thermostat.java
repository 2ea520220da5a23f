package org.busbar.drivers.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;
import org.osgi.service.component.annotations.Component;

/** A simulated thermostat with a REST interface: {@code sim:http-thermostat?speed=1&noise=0.01&seed=1}. */
@Component(property = Simulator.NAME + "=http-thermostat")
public final class Thermostat implements Simulator {

    @Override
    public Instrument instrument(Map<String, String> options) {
        return instrument("TH-0001", options);
    }

    @Override
    public byte[] refusal() {
        return Framing.prefixed(4).frame("{\"error\": \"the door is open\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return instrument("TH-0002", options);
    }

    private static Instrument instrument(String serial, Map<String, String> options) {
        Bath bath = Bath.of(options, System::nanoTime);
        return new Framed(new ThermostatPages(serial, bath)::answer);
    }
}
