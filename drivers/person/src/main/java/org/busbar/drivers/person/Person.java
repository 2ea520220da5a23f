package org.busbar.drivers.person;

import java.time.Duration;
import java.util.List;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.People;
import org.busbar.api.link.Links;
import org.busbar.drivers.described.Description;
import org.osgi.annotation.bundle.Header;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A person, who is told what to do and asked what came of it, as a file says. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Header(name = Links.PERMISSIONS, value = "file:*")
@Designate(ocd = Person.Config.class, factory = true)
public final class Person implements Device {

    /** Settings of one person, or of several who do the same work. */
    @ObjectClassDefinition(name = "Person")
    public @interface Config {
        @AttributeDefinition(description = "Name by which experiments refer to this person")
        String lab_id();

        @AttributeDefinition(description = "File that says what this person can be asked to do")
        String description();
    }

    private final String labId;
    private final People people;
    private final Description description;
    private final List<Action> actions;

    /** @throws IllegalArgumentException if the description has a mistake; names file, line and what is right */
    @Activate
    public Person(Config config, @Reference People people, @Reference Links links) {
        this.labId = config.lab_id();
        this.people = people;
        Errands errands = new Errands(labId, people);
        description = Description.read(Description.open(links.files(config.description())), errands.verbs());
        actions = description.actions().stream().map(errands::told).toList();
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public Duration stopBound() {
        return description.stopBound();
    }

    /** Withdraws what is being asked. Nobody can tell whether a person has stopped, so look. */
    @Override
    public void makeSafe() throws Exception {
        description.makeSafe();
        people.withdraw(labId);
    }

    @Override
    public void selfTest() throws Exception {
        description.selfTest();
    }

    @Deactivate
    void close() {
        people.withdraw(labId);
    }
}
