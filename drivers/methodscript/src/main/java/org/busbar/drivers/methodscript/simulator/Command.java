package org.busbar.drivers.methodscript.simulator;

import java.util.List;

/**
 * One line of a script.
 *
 * @param line its number, from 1
 * @param end for a loop the place of its {@code endloop} in the program, else -1
 */
record Command(int line, String name, List<String> arguments, int end) {

    Command {
        arguments = List.copyOf(arguments);
    }

    String argument(int index) {
        return arguments.get(index);
    }

    boolean isLoop() {
        return name.startsWith("meas_loop_");
    }

    Command endingAt(int place) {
        return new Command(line, name, arguments, place);
    }
}
