package org.busbar.testkit.doser;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;

/** A doser in software: doses 1 mL each second. */
public final class DoserSimulator implements Simulator {

    @Override
    public Instrument instrument(Map<String, String> options) {
        return Instrument.answering("\r\n", new State("DOSER 7")::answer);
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return Instrument.answering("\r\n", new State("DOSER 8")::answer);
    }

    @Override
    public byte[] refusal() {
        return "NO\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static final class State {

        private final String name;
        private String end = "NEVER";
        private double total;
        private long until;

        State(String name) {
            this.name = name;
        }

        String answer(String line) {
            if (end.equals("RUNNING") && System.nanoTime() >= until) {
                end = "DONE";
            }
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ID?":
                    return name;
                case "GO":
                    return go(Double.parseDouble(words[1]));
                case "AT?":
                    return end.equals("RUNNING") ? "RUN" : "DONE";
                case "END?":
                    return end;
                case "TURN":
                    return "OK";
                case "TOTAL?":
                    return Double.toString(total);
                case "STOP":
                    end = end.equals("RUNNING") ? "STOPPED" : end;
                    return "OK";
                default:
                    return "NO";
            }
        }

        private String go(double volume) {
            total += volume;
            end = "RUNNING";
            until = System.nanoTime() + Math.round(1e9 * volume);
            return "OK";
        }
    }
}
