package org.busbar.drivers.methodscript.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A script that was checked as the instrument checks it before it runs.
 *
 * @param finish the place of the first command after {@code on_finished:}, which is run however the rest ends
 */
record Program(List<Command> commands, int finish) {

    private static final String FINISHED = "on_finished:";

    /** What each command takes: o is a variable that it sets, v a number or a variable, t a type, n a new name. */
    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("var", "n"),
            Map.entry("store_var", "ovt"),
            Map.entry("add_var", "ov"),
            Map.entry("set_pgstat_chan", "v"),
            Map.entry("set_pgstat_mode", "v"),
            Map.entry("set_max_bandwidth", "v"),
            Map.entry("set_range_minmax", "tvv"),
            Map.entry("set_range", "tv"),
            Map.entry("set_autoranging", "tvv"),
            Map.entry("set_e", "v"),
            Map.entry("cell_on", ""),
            Map.entry("cell_off", ""),
            Map.entry("timer_start", ""),
            Map.entry("timer_get", "o"),
            Map.entry("wait", "v"),
            Map.entry("meas", "vot"),
            Map.entry("meas_loop_ocp", "ovv"),
            Map.entry("meas_loop_cv", "oovvvvv"),
            Map.entry("meas_loop_ca", "oovvv"),
            Map.entry("meas_loop_eis", "ooovvvvv"),
            Map.entry("endloop", ""),
            Map.entry("pck_start", ""),
            Map.entry("pck_add", "o"),
            Map.entry("pck_end", ""));

    /** @throws ScriptError if a line is not one */
    static Program of(List<String> lines) throws ScriptError {
        List<Command> commands = new ArrayList<>();
        Set<String> variables = new HashSet<>();
        int finish = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (line.equals(FINISHED)) {
                finish = commands.size();
            } else if (!line.isEmpty()) {
                commands.add(command(i + 1, line.split("\\s+"), variables));
            }
        }
        return new Program(matched(commands), finish < 0 ? commands.size() : finish);
    }

    /** The same commands, with loops that know their ends. */
    private static List<Command> matched(List<Command> commands) throws ScriptError {
        Deque<Integer> open = new ArrayDeque<>();
        List<Command> matched = new ArrayList<>(commands);
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (command.isLoop()) {
                open.push(i);
            } else if (command.name().equals("endloop")) {
                int begin = begin(open, command);
                matched.set(begin, commands.get(begin).endingAt(i));
            }
        }
        if (!open.isEmpty()) {
            throw new ScriptError(ScriptError.LOOP, commands.get(open.pop()).line());
        }
        return List.copyOf(matched);
    }

    private static int begin(Deque<Integer> open, Command end) throws ScriptError {
        if (open.isEmpty()) {
            throw new ScriptError(ScriptError.LOOP, end.line());
        }
        return open.pop();
    }

    private static Command command(int line, String[] words, Set<String> variables) throws ScriptError {
        String kinds = ARGUMENTS.get(words[0]);
        if (kinds == null) {
            throw new ScriptError(ScriptError.COMMAND, line);
        }
        List<String> arguments = Stream.of(words).skip(1).toList();
        boolean isOptional = arguments.size() == kinds.length() + 1 && words[0].equals("meas_loop_cv");
        if (arguments.size() != kinds.length() && !isOptional) {
            throw new ScriptError(ScriptError.ARGUMENT, line);
        }
        for (int i = 0; i < kinds.length(); i++) {
            check(kinds.charAt(i), arguments.get(i), variables, line);
        }
        return new Command(line, words[0], arguments, -1);
    }

    private static void check(char kind, String argument, Set<String> variables, int line) throws ScriptError {
        boolean isName = argument.matches("[a-z_][a-z0-9_]*");
        if (kind == 'n' && (!isName || !variables.add(argument))
                || kind == 't' && !argument.matches("[a-z]{2}")
                || kind == 'v' && !isName && !argument.matches("[+-]?\\d{1,9}[afpnumkMGTPEi]?")) {
            throw new ScriptError(ScriptError.ARGUMENT, line);
        }
        if ((kind == 'o' || kind == 'v' && isName) && !variables.contains(argument)) {
            throw new ScriptError(ScriptError.VARIABLE, line);
        }
    }
}
