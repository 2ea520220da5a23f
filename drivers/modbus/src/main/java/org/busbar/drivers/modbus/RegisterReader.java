package org.busbar.drivers.modbus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Unit;
import org.busbar.drivers.described.yaml.Entry;
import org.busbar.drivers.described.yaml.Section;

/** Reads what stands under {@code registers} in a description. */
final class RegisterReader {

    private RegisterReader() {}

    /** The registers by name; every mistake is told with file and line. */
    static Map<String, Register> read(Section registers) {
        Map<String, Register> all = new LinkedHashMap<>();
        registers.all().forEach((name, entry) -> all.put(name, register(name, entry.section())));
        return all;
    }

    private static Register register(String name, Section keys) {
        Table table = table(keys);
        int address = (int) keys.get(table.toString()).whole(0, 0xFFFF);
        Register register = table.isBits() ? bit(name, table, address) : number(name, table, address, keys);
        keys.end();
        return register;
    }

    private static Table table(Section keys) {
        List<Table> said = Arrays.stream(Table.values())
                .filter(table -> keys.find(table.toString()).isPresent())
                .toList();
        if (said.size() != 1) {
            throw keys.mistake("a register stands in one of the tables " + Arrays.toString(Table.values())
                    + ", as in holding: 0, not " + (said.isEmpty() ? "in none" : "in " + said));
        }
        return said.get(0);
    }

    private static Register bit(String name, Table table, int address) {
        return new Register(name, table, address, Encoding.UINT16, WordOrder.ABCD, 1, 0, Unit.ONE, false);
    }

    private static Register number(String name, Table table, int address, Section keys) {
        Encoding encoding = keys.get("type").as(Encoding::of);
        boolean many = table.isWritable()
                && keys.find("function").map(RegisterReader::isMany).orElse(false);
        double scale = keys.find("scale").map(Entry::number).orElse(1.0);
        double offset = keys.find("offset").map(Entry::number).orElse(0.0);
        Unit unit = keys.find("unit").map(entry -> entry.as(Unit::of)).orElse(Unit.ONE);
        WordOrder order =
                keys.find("order").map(entry -> entry.as(RegisterReader::order)).orElse(WordOrder.ABCD);
        try {
            return new Register(name, table, address, encoding, order, scale, offset, unit, many);
        } catch (IllegalArgumentException e) {
            throw keys.mistake(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isMany(Entry function) {
        long code = function.whole(6, 16);
        if (code != 6 && code != 16) {
            throw function.mistake("registers are written by function 6 (one) or 16 (several), not " + code);
        }
        return code == 16;
    }

    private static WordOrder order(String text) {
        return Arrays.stream(WordOrder.values())
                .filter(order -> order.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no order of bytes; there are " + Arrays.toString(WordOrder.values())));
    }
}
