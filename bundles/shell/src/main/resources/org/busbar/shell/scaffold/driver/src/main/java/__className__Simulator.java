package ${package};

import java.util.*;
import org.busbar.api.link.*;
import org.osgi.service.component.annotations.Component;

/** That instrument in software, for links {@code sim:${artifactId}}: its level changes by 40 % each second. */
@Component(property = Simulator.NAME + "=${artifactId}")
public final class ${className}Simulator implements Simulator {
    private double from, to;
    private long begun; // in ns
    private boolean stopped;

    @Override public Instrument instrument(Map<String, String> options) {
        return Instrument.answering("\r\n", new ${className}Simulator()::answer);
    }
    @Override public Instrument impostor(Map<String, String> options) {
        return Instrument.answering("\r\n", line -> "another 1.0");
    }
    @Override public byte[] refusal() { return "ERR refused\r\n".getBytes(); }

    private String answer(String line) {
        double gone = 40e-9 * (System.nanoTime() - begun);
        double level = gone < Math.abs(to - from) ? from + Math.copySign(gone, to - from) : to;
        if (line.equals("ID?")) return "${artifactId} 1.0";
        if (line.equals("LEVEL?")) return String.format(Locale.ROOT, "%.1f %%", level);
        if (line.equals("DONE?")) return stopped ? "ERR it was stopped" : level == to ? "1" : "0";
        if (!line.matches("STOP|GO \\d+\\.\\d")) return "ERR no such command";
        stopped = line.equals("STOP");
        from = level;
        to = stopped ? level : Double.parseDouble(line.substring(3));
        begun = System.nanoTime();
        return "OK";
    }
}
