package org.busbar.drivers.described.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.Expectation;
import org.busbar.drivers.described.Notation;
import org.busbar.drivers.described.Reply;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;
import org.jspecify.annotations.Nullable;

/** A reply in JSON, in which a pointer leads to each output. */
public final class JsonReply implements Reply {

    private record Found(Pointer pointer, Notation notation) {}

    private final Expectation expectation;
    private final Map<Pointer, Pattern> expected;
    private final Map<String, Found> fields;

    private JsonReply(Expectation expectation, Map<Pointer, Pattern> expected, Map<String, Found> fields) {
        this.expectation = expectation;
        this.expected = expected;
        this.fields = fields;
    }

    /**
     * The keys of a step: {@code refused} for the whole text; {@code expect} for the whole text, or a mapping from
     * pointers to regular expressions; {@code reply} with a mapping from outputs to pointers, {@code /data/temperature} or
     * {@code /data/temperature in K}. A {@code reply} that is a text is one of plain text: see {@link Reply#text}.
     */
    public static Reply of(Section step, Scope scope) {
        Optional<Entry> reply = step.find("reply");
        if (reply.isPresent() && !reply.get().isSection()) {
            return Reply.text(step, scope);
        }
        Map<String, Found> fields = new LinkedHashMap<>();
        reply.ifPresent(entry ->
                entry.section().all().forEach((name, at) -> fields.put(name, at.as(text -> found(name, text, scope)))));
        return of(step, scope, fields);
    }

    private static Reply of(Section step, Scope scope, Map<String, Found> fields) {
        Optional<Section> members = step.find("expect").filter(Entry::isSection).map(Entry::section);
        if (members.isEmpty()) {
            return new JsonReply(Expectation.of(step, scope), Map.of(), fields);
        }
        Map<Pointer, Pattern> expected = new LinkedHashMap<>();
        members.get().all().forEach((text, entry) -> {
            expected.put(pointer(text, entry), Expectation.pattern(entry));
        });
        return new JsonReply(Expectation.ofAnything(step, scope), expected, fields);
    }

    private static Pointer pointer(String text, Entry entry) {
        try {
            return Pointer.parse(text);
        } catch (IllegalArgumentException e) {
            throw entry.mistake(String.valueOf(e.getMessage()));
        }
    }

    /** The same, but without {@code reply} every output is the member of that name. */
    public static Reply byName(Section step, Scope scope) {
        if (step.find("reply").isPresent()) {
            return of(step, scope);
        }
        Map<String, Found> fields = new LinkedHashMap<>();
        scope.outputs().forEach(name -> fields.put(name, new Found(Pointer.to(name), scope.output(name))));
        return of(step, scope, fields);
    }

    private static Found found(String name, String text, Scope scope) {
        int in = text.indexOf(" in ");
        Optional<String> unit =
                in < 0 ? Optional.empty() : Optional.of(text.substring(in + 4).strip());
        Pointer pointer =
                Pointer.parse(in < 0 ? text.strip() : text.substring(0, in).strip());
        return new Found(pointer, scope.output(name, unit));
    }

    @Override
    public Values read(String asked, String reply) throws DeviceException {
        if (fields.isEmpty() && expected.isEmpty()) {
            expectation.checkAlone(asked, reply);
            return Values.none();
        }
        expectation.check(asked, reply);
        Object tree = tree(asked, reply);
        for (Map.Entry<Pointer, Pattern> member : expected.entrySet()) {
            check(asked, reply, at(member.getKey(), tree, asked, reply), member.getKey(), member.getValue());
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Found> field : fields.entrySet()) {
            String text = at(field.getValue().pointer(), tree, asked, reply);
            values.put(field.getKey(), field.getValue().notation().read(text));
        }
        return new Values(values);
    }

    private void check(String asked, String reply, String text, Pointer pointer, Pattern pattern)
            throws DeviceException {
        if (!pattern.matcher(text).matches()) {
            throw expectation.unexpected(asked, reply, pattern + "' at '" + pointer);
        }
    }

    private String at(Pointer pointer, @Nullable Object tree, String asked, String reply) throws DeviceException {
        Optional<String> text = pointer.in(tree);
        if (text.isEmpty()) {
            throw expectation.notUnderstood(asked, reply, "a value at " + pointer);
        }
        return text.get();
    }

    private @Nullable Object tree(String asked, String reply) throws DeviceException {
        try {
            return Json.parse(reply);
        } catch (IllegalArgumentException e) {
            DeviceException told = expectation.notUnderstood(asked, reply, "JSON (" + e.getMessage() + ")");
            told.addSuppressed(e);
            throw told;
        }
    }
}
