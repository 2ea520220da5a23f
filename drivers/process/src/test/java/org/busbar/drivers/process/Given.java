package org.busbar.drivers.process;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import org.busbar.api.Values;
import org.busbar.api.device.Device;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;

/** Settings of a test. */
record Given(String description, String folder, int keep, int output_limit) implements Program.Config {

    static final String MODEL = "src/test/resources/programs/model.yaml";

    /** All files, and no links. */
    private static final Links FILES = new Links() {
        @Override
        public Link open(String uri, Framing framing) {
            throw new UnsupportedOperationException(uri);
        }

        @Override
        public Path files(String setting) {
            return Path.of(setting);
        }
    };

    static Program program(Path description, Path folder) {
        return new Given(description.toString(), folder.toString(), 100, 1).program();
    }

    Program program() {
        return new Program(this, FILES);
    }

    static Values perform(Device device, String name, Values inputs) throws Exception {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow()
                .perform(inputs);
    }

    @Override
    public String lab_id() {
        return "model";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return Program.Config.class;
    }
}
