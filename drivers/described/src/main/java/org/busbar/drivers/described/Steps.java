package org.busbar.drivers.described;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.busbar.api.Values;
import org.busbar.api.link.LinkException;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/**
 * Reads steps: those of the protocol, and {@code wait} and {@code until}, which every protocol has.
 *
 * @param verbs of the protocol, by name
 */
record Steps(Map<String, Verb> verbs) {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** All steps of a list, one after the other. */
    Deed read(Entry entry, Scope scope) {
        Deed all = Deed.NONE;
        List<Deed> deeds = new ArrayList<>();
        entry.items().forEach(step -> deeds.add(step(step, scope)));
        for (Deed deed : deeds) {
            all = all == Deed.NONE ? deed : all.then(deed);
        }
        return all;
    }

    private Deed step(Entry entry, Scope scope) {
        Section step = entry.section();
        Deed deed = step.keys().contains("until") ? until(step, scope) : plain(step, scope);
        step.end();
        return known -> {
            scope.pause(Duration.ZERO);
            return deed.perform(known);
        };
    }

    private Deed plain(Section step, Scope scope) {
        if (step.keys().contains("wait")) {
            Time time = Time.of(step.get("wait"), scope);
            return known -> {
                scope.pause(time.in(known));
                return Values.none();
            };
        }
        List<String> said =
                verbs.keySet().stream().filter(step.keys()::contains).toList();
        if (said.size() != 1) {
            Set<String> known = new TreeSet<>(verbs.keySet());
            known.addAll(Set.of("wait", "until"));
            throw step.mistake(
                    "a step has one of the words " + known + ", not " + (said.isEmpty() ? step.keys() : said));
        }
        return verb(said.get(0)).read(step, scope);
    }

    private Verb verb(String name) {
        Verb verb = verbs.get(name);
        if (verb == null) {
            throw new IllegalStateException("There is no verb " + name);
        }
        return verb;
    }

    private Deed until(Section step, Scope scope) {
        Entry looked = step.get("until");
        Section look = looked.section();
        if (!look.keys().contains("expect")) {
            throw looked.mistake("'expect' is missing: what the answer is once it is time to go on");
        }
        Deed deed = plain(look, scope.looking());
        look.end();
        Duration every = step.find("every").map(Entry::duration).orElse(EVERY);
        Duration within = step.find("within").map(Entry::duration).orElse(WITHIN);
        return known -> poll(() -> deed.perform(known), scope, every, within);
    }

    private static Values poll(Callable<Values> look, Scope scope, Duration every, Duration within) throws Exception {
        long end = System.nanoTime() + within.toNanos();
        while (true) {
            try {
                return look.call();
            } catch (Unexpected e) {
                if (System.nanoTime() >= end) {
                    throw new LinkException(
                            LinkException.Kind.NO_REPLY,
                            "Not done within " + within.toMillis() + " ms: " + e.getMessage(),
                            e);
                }
            }
            scope.pause(every);
        }
    }
}
