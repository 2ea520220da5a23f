package org.busbar.check;

import org.busbar.api.experiment.Input;

/** How people write an input. */
final class Wording {

    private Wording() {}

    static String of(Input input) {
        if (input instanceof Input.Given given) {
            return "${" + given.name() + "}";
        }
        if (input instanceof Input.Output output) {
            return "${" + output.step() + "." + output.name() + "}";
        }
        if (input instanceof Input.Previous previous) {
            return "the previous ${" + previous.step() + "." + previous.name() + "}";
        }
        if (input instanceof Input.Reading reading) {
            return "${" + reading.device() + ":" + reading.channel() + "}";
        }
        return String.valueOf(((Input.Constant) input).value());
    }
}
