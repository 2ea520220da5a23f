package ${package};

import java.util.Map;
import org.busbar.api.*;
import org.busbar.api.device.Device;
import org.busbar.api.link.*;
import org.busbar.testkit.*;

class ${className}Test implements DriverContract {
    @Override public Device driver(Links links, String link) {
        Map<String, Object> settings = Map.of("lab_id", "${artifactId}-1", "link", link);
        return new ${className}(Settings.of(${className}.Config.class, settings), links);
    }
    @Override public Simulator simulator() { return new ${className}Simulator(); }
    @Override public Values example(String action) { return inputs(action, 20); }
    @Override public Values slow(String action) { return inputs(action, 100); }
    private static Values inputs(String action, double level) {
        return action.equals("go") ? Values.of("level", Quantity.of(level, "%")) : Values.none();
    }
}
