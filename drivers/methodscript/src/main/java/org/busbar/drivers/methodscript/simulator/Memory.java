package org.busbar.drivers.methodscript.simulator;

import java.util.HashMap;
import java.util.Map;
import org.busbar.drivers.methodscript.SiNumber;

/** The variables of a script. */
final class Memory {

    private static final Variable NOTHING = new Variable("aa", 0, 0, -1);

    private final Map<String, Variable> variables = new HashMap<>();

    void set(String name, Variable value) {
        variables.put(name, value);
    }

    Variable get(String name) {
        return variables.getOrDefault(name, NOTHING);
    }

    /** The number that an argument is or names. */
    double number(String argument) {
        return Character.isLowerCase(argument.charAt(0)) || argument.charAt(0) == '_'
                ? get(argument).value()
                : SiNumber.parse(argument);
    }
}
