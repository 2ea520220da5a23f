package org.busbar.optimizers.bayes.acquire;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Outlook;

/** What is set of an acquisition, seen to be what it knows. */
final class Settings {

    private final Values given;

    private Settings(Values given) {
        this.given = given;
    }

    /** @throws IllegalArgumentException if a setting is not one of the acquisition or its value is none for it */
    static Settings of(Outlook outlook, Acquisition acquisition, String id) {
        List<Parameter> known = acquisition.settings();
        for (String name : outlook.settings().names()) {
            Parameter parameter = named(name, known, id);
            Optional<String> refusal = parameter.refusal(outlook.settings().get(name));
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(
                        "The acquisition " + id + " cannot be set like this: " + refusal.get());
            }
        }
        return new Settings(outlook.settings());
    }

    private static Parameter named(String name, List<Parameter> known, String id) {
        return known.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The acquisition " + id + " has no setting " + name
                        + "; it has " + known.stream().map(Parameter::name).toList()));
    }

    boolean has(Parameter parameter) {
        return given.has(parameter.name());
    }

    double get(Parameter.Real parameter, double otherwise) {
        return has(parameter) ? given.get(parameter) : otherwise;
    }

    int get(Parameter.Whole parameter, int otherwise) {
        return has(parameter) ? (int) given.get(parameter) : otherwise;
    }

    String get(Parameter.Choice parameter, String otherwise) {
        return has(parameter) ? given.get(parameter) : otherwise;
    }
}
