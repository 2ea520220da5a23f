package ${package};

import java.lang.annotation.Annotation;
import org.busbar.api.*;
import org.busbar.api.device.Device;
import org.busbar.api.link.*;
import org.busbar.testkit.DriverContract;

class ${className}Test implements DriverContract {
    @Override public Device driver(Links links, String link) {
        return new ${className}(new ${className}.Config() {
            @Override public String lab_id() { return "${artifactId}-1"; }
            @Override public String link() { return link; }
            @Override public Class<? extends Annotation> annotationType() { return ${className}.Config.class; }
        }, links);
    }
    @Override public Simulator simulator() { return new ${className}Simulator(); }
    @Override public Values example(String action) { return inputs(action, 20); }
    @Override public Values slow(String action) { return inputs(action, 100); }
    private static Values inputs(String action, double level) {
        return action.equals("go") ? Values.of("level", Quantity.of(level, "%")) : Values.none();
    }
}
