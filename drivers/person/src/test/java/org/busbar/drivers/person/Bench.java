package org.busbar.drivers.person;

import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Errand;
import org.busbar.api.device.People;

/** The people at bench 3, as the example describes them. */
final class Bench {

    private Bench() {}

    static Person person(People people) {
        try {
            return person(
                    people, Path.of(Bench.class.getResource("bench-3.yaml").toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Person person(People people, Path description) {
        Map<String, Object> settings = Map.of("lab_id", "bench-3", "description", description.toString());
        Person.Config config = (Person.Config) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {Person.Config.class},
                (proxy, method, arguments) -> settings.get(method.getName()));
        return new Person(config, people, new FilesOnly());
    }

    static Values example(String action) {
        return action.equals("close_hood")
                ? Values.none()
                : Values.of("sample", new Sample("vial-7"))
                        .with("target", Quantity.of(0.25, "g"))
                        .with("tool", new Text("spatula"));
    }

    static Values answers() {
        return Values.of("mass", Quantity.of(0.2499, "g"))
                .with("look", new Text("clear"))
                .with("remark", new Text("smells of vanilla"));
    }

    static Values answer(Errand errand) {
        Values answer = Values.none();
        for (Parameter parameter : errand.form()) {
            answer = answer.with(parameter.name(), answers().get(parameter.name()));
        }
        return answer;
    }
}
