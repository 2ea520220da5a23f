package org.busbar.drivers.described;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.drivers.described.json.JsonReply;
import org.busbar.drivers.described.yaml.Section;
import org.busbar.drivers.described.yaml.YamlFile;

/** A protocol with two words, {@code ask} and {@code json}, to which a script of replies answers. */
final class Toy {

    interface Answer {
        String to(String message) throws Exception;
    }

    final List<String> heard = new ArrayList<>();
    final Description description;
    private final Answer answer;

    private Toy(String text, Optional<Pattern> refused, Answer answer) {
        this.answer = answer;
        description = Description.read(
                YamlFile.parse("toy.yaml", text), Map.of("ask", this::ask, "json", this::json), refused);
    }

    /** An instrument whose head has been written already. */
    static Toy of(String actions, Answer answer) {
        return whole("instrument: toy\nidentity: none\nsafe: [{ask: SAFE}]\nactions:\n" + actions.indent(2), answer);
    }

    static Toy whole(String text, Answer answer) {
        return new Toy(text, Optional.empty(), answer);
    }

    static Toy refusing(String text, String refused, Answer answer) {
        return new Toy(text, Optional.of(Pattern.compile(refused)), answer);
    }

    private Deed ask(Section step, Scope scope) {
        Template message = Template.of(step.get("ask"), scope, Encoding.PLAIN);
        return said(message, Reply.text(step, scope));
    }

    private Deed json(Section step, Scope scope) {
        Template message = Template.of(step.get("json"), scope, Encoding.JSON);
        return said(message, JsonReply.of(step, scope));
    }

    private Deed said(Template message, Reply reply) {
        return known -> {
            String asked = message.fill(known);
            heard.add(asked);
            return reply.read(asked, answer.to(asked));
        };
    }

    Action action(String name) {
        return description.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As the orchestrator performs it: checked before and after. */
    Values perform(String name, Values inputs) throws Exception {
        Action action = action(name);
        action.capability().check(inputs);
        Values outputs = action.perform(inputs);
        action.capability().checkOutputs(outputs);
        return outputs;
    }

    /** What the only action {@code go} says for these inputs. */
    static String said(String takes, String message, Values inputs) throws Exception {
        Toy toy = of("go:\n  takes: " + takes + "\n  does: {ask: '" + message + "'}", any -> "");
        toy.perform("go", inputs);
        return toy.heard.get(0);
    }

    /** What the only action {@code go} reads from this reply. */
    static Values read(String gives, String reply, String answer) throws Exception {
        Toy toy = of("go:\n  gives: " + gives + "\n  does: {ask: X, reply: " + reply + "}", any -> answer);
        return toy.perform("go", Values.none());
    }

    static Values readJson(String gives, String reply, String answer) throws Exception {
        Toy toy = of("go:\n  gives: " + gives + "\n  does: {json: X, reply: " + reply + "}", any -> answer);
        return toy.perform("go", Values.none());
    }

    static <T> T within(long seconds, Callable<T> condition) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        while (System.nanoTime() < end) {
            T result = condition.call();
            if (result != null && !Boolean.FALSE.equals(result)) {
                return result;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("not within " + seconds + " s");
    }
}
