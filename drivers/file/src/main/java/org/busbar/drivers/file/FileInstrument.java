package org.busbar.drivers.file;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.link.Links;
import org.busbar.drivers.described.Description;
import org.busbar.drivers.described.yaml.Section;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** An instrument whose software reads jobs from a folder and writes results into it, as a file describes it. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FileInstrument.Config.class, factory = true)
@Header(name = Links.PERMISSIONS, value = "file:*")
public final class FileInstrument implements Device {

    /** Settings of one instrument. */
    @ObjectClassDefinition(name = "Instrument that exchanges files")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this instrument")
        String lab_id();

        @AttributeDefinition(description = "Folder that is shared with the software of the instrument")
        String folder();

        @AttributeDefinition(description = "File that says which actions it has")
        String description();
    }

    private final Folder folder;
    private final Jobs jobs;
    private final Description description;

    /** @throws IllegalArgumentException if a setting or the description has a mistake; says what is right */
    @Activate
    public FileInstrument(Config config, @Reference Links links, @Reference Artifacts artifacts) {
        Section file = Description.open(links.files(config.description()));
        folder = new Folder(links.files(config.folder()));
        jobs = new Jobs(folder, config.lab_id(), !file.get("safe").items().isEmpty());
        Set<String> kept = new HashSet<>();
        description = Description.read(file, new FileVerbs(folder, jobs, artifacts, kept).verbs());
        description.actions().forEach(action -> requireMedia(action, kept));
    }

    private static void requireMedia(Action action, Set<String> kept) {
        for (Parameter output : action.capability().outputs()) {
            if (output instanceof Parameter.Artifact raw && !kept.contains(raw.name() + " " + raw.mediaType())) {
                throw new IllegalArgumentException(action.name() + ", " + raw.name() + ": it is declared with media: "
                        + raw.mediaType() + ", and read with another one: write the same in both places");
            }
        }
    }

    @Override
    public List<Action> actions() {
        return description.actions();
    }

    @Override
    public Duration stopBound() {
        return description.stopBound();
    }

    /** Takes back a job that was not taken, and does what the description says about making safe. */
    @Override
    public void makeSafe() throws Exception {
        description.makeSafe();
        jobs.takeBack();
    }

    @Override
    public void selfTest() throws Exception {
        folder.check();
        description.selfTest();
        jobs.answered();
    }

    @Deactivate
    void close() throws IOException {
        jobs.takeBack();
    }
}
