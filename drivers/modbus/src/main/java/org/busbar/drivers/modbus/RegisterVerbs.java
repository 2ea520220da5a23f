package org.busbar.drivers.modbus;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.Deed;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Expectation;
import org.busbar.drivers.described.Notation;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.Verb;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;
import org.busbar.drivers.described.yaml.YamlFile;

/**
 * The steps of a description: {@code read} of one register, with {@code to} and {@code expect}, or of several, by outputs; and
 * {@code write}, numbers or values by registers.
 */
record RegisterVerbs(Map<String, Register> registers, Station station) {

    /** A number to be written, once the values are known. */
    @FunctionalInterface
    private interface Amount {
        double of(Values known);
    }

    Map<String, Verb> verbs() {
        return Map.of("read", this::read, "write", this::write);
    }

    private Station station(Scope scope) {
        return scope.isUrgent() ? station.urgent() : station;
    }

    private Deed read(Section step, Scope scope) {
        Entry what = step.get("read");
        if (!what.isSection()) {
            return read(step, register(what), scope);
        }
        Optional<Deed> all = Optional.empty();
        for (Map.Entry<String, Entry> item : what.section().all().entrySet()) {
            Register register = register(item.getValue());
            Notation notation = item.getValue().as(text -> output(item.getKey(), register, scope));
            Deed next = read(item.getKey(), notation, register, station(scope));
            all = Optional.of(all.map(before -> before.then(next)).orElse(next));
        }
        return all.orElseThrow(() -> step.mistake("nothing is read: name an output and its register"));
    }

    private Deed read(Section step, Register register, Scope scope) {
        Optional<Entry> to = step.find("to");
        boolean isNamed = to.isEmpty() && scope.outputs().contains(register.name());
        if (to.isEmpty() && !isNamed && !step.keys().contains("expect")) {
            throw step.mistake("say what to do with '" + register.name() + "': to, the output that it is, or expect");
        }
        Deed look = expected(register, Expectation.of(step, scope), station(scope));
        String name = to.map(Entry::text).orElse(register.name());
        if (to.isEmpty() && !isNamed) {
            return look;
        }
        Notation notation = to.orElse(step.get("read")).as(text -> output(name, register, scope));
        return step.keys().contains("expect")
                ? look.then(read(name, notation, register, station(scope)))
                : read(name, notation, register, station(scope));
    }

    private static Deed expected(Register register, Expectation expectation, Station station) {
        return known -> {
            expectation.check(register.name(), text(register.read(station)));
            return Values.none();
        };
    }

    private static Deed read(String output, Notation notation, Register register, Station station) {
        return known -> Values.of(output, notation.read(text(register.read(station))));
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }

    private static Notation output(String name, Register register, Scope scope) {
        return scope.output(name, unit(register));
    }

    private static Optional<String> unit(Register register) {
        return register.unit().equals(Unit.ONE)
                ? Optional.empty()
                : Optional.of(register.unit().ucum());
    }

    private Deed write(Section step, Scope scope) {
        Map<Register, Amount> amounts = new LinkedHashMap<>();
        step.get("write").section().all().forEach((name, entry) -> {
            Register register = entry.as(text -> writable(name));
            amounts.put(register, amount(entry, register, scope));
        });
        Optional<Deed> all = Optional.empty();
        for (Map.Entry<Register, Amount> amount : amounts.entrySet()) {
            Deed next = writing(amount.getKey(), amount.getValue(), station(scope));
            all = Optional.of(all.map(before -> before.then(next)).orElse(known -> {
                requirePlace(amounts, known);
                return next.perform(known);
            }));
        }
        return all.orElseThrow(() -> step.mistake("nothing is written: name a register and what it is to be"));
    }

    /** Nothing is written unless all of it can be. */
    private static void requirePlace(Map<Register, Amount> amounts, Values known) throws DeviceException {
        for (Map.Entry<Register, Amount> amount : amounts.entrySet()) {
            amount.getKey().request(amount.getValue().of(known));
        }
    }

    private static Deed writing(Register register, Amount amount, Station station) {
        return known -> {
            station.write(register.name(), register.request(amount.of(known)));
            return Values.none();
        };
    }

    private static Amount amount(Entry entry, Register register, Scope scope) {
        String text = entry.text();
        if (text.matches(Notation.NUMBER)) {
            double number = entry.number();
            return known -> number;
        }
        return entry.as(name -> {
            String in = unit(register).map(unit -> " in " + unit).orElse("");
            Entry place = YamlFile.parse(register.name(), "value: \"{" + name + in + "}\"")
                    .get("value");
            Template template = Template.of(place, scope, Encoding.PLAIN);
            return known -> Double.parseDouble(template.fill(known));
        });
    }

    private Register register(Entry name) {
        return name.as(this::register);
    }

    private Register register(String name) {
        Register register = registers.get(name);
        if (register == null) {
            throw new IllegalArgumentException(
                    "there is no register '" + name + "', only " + registers.keySet() + ": declare it under registers");
        }
        return register;
    }

    private Register writable(String name) {
        Register register = register(name);
        if (!register.table().isWritable()) {
            throw new IllegalArgumentException("'" + name + "' is in the table " + register.table()
                    + ", which is read only; holding and coil are not");
        }
        return register;
    }
}
