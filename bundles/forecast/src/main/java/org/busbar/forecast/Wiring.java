package org.busbar.forecast;

import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Input;

/** Takes the values of a step from where the sequence says. */
record Wiring(Scope scope, Casting casting) {

    Reckoned value(Input input) {
        if (input instanceof Input.Constant constant) {
            return Reckoned.known(constant.value());
        }
        if (input instanceof Input.Given given) {
            return scope.given(given.name());
        }
        if (input instanceof Input.Output output) {
            return scope.output(output.step(), output.name());
        }
        if (input instanceof Input.Previous previous) {
            return scope.previous(previous.step(), previous.name(), Reckoned.known(previous.first()));
        }
        return shown((Input.Reading) input);
    }

    /** A value that the channel could show; nothing is read. */
    private Reckoned shown(Input.Reading reading) {
        Optional<Parameter> shown = casting.suitable(reading.device()).stream()
                .flatMap(place -> place.action(reading.channel()).stream())
                .map(Action::capability)
                .flatMap(capability -> capability.outputs().stream())
                .findFirst();
        return shown.map(parameter -> Reckoned.assumed(Assumed.value(parameter, () -> scope.place(reading.channel()))))
                .orElse(Reckoned.UNKNOWN);
    }
}
