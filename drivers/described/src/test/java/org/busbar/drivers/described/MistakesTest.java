package org.busbar.drivers.described;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake names file, line, key, and what is right. */
class MistakesTest {

    private static final String RIGHT =
            """
            instrument: toy
            identity: {ask: WHO, expect: TOY}
            safe: [{ask: SAFE}]
            stop_bound: 2 s
            actions:
              set:
                takes: {voltage: {unit: V, min: 0, max: 30}}
                lasting: 200 ms
                does:
                  - ask: "VOLT {voltage:%.3f}"
              voltage:
                gives: {voltage: {unit: V}}
                reading: true
                does: {ask: "VOLT?", reply: "{voltage}"}
            """;

    /** What is right; what stands there instead; what is told. */
    private static final String MISTAKES =
            """
            instrument: toy\\n                 |                            | line 1: 'instrument' is missing
            identity: {ask: WHO, expect: TOY}\\n |                            | line 1: 'identity' is missing
            {ask: WHO, expect: TOY}            | nobody                     | line 2, identity: write steps
            safe: [{ask: SAFE}]\\n             |                            | line 1: 'safe' is missing
            stop_bound: 2 s                    | stop_bound: 2 V            | line 4, stop_bound: '2 V' is not a time
            stop_bound: 2 s                    | stop_bound: 1 h            | line 4, stop_bound: it is above 0 s and up to 10 min
            stop_bound: 2 s                    | stop_bond: 2 s             | line 4, stop_bond: unknown key 'stop_bond'; known here are
            unit: V, min                       | unit: Volt, min            | line 7, actions.set.takes.voltage.unit:
            unit: V, min: 0,                   | unit: V,                   | line 7, actions.set.takes.voltage: 'min' is missing
            min: 0                             | min: zero                  | line 7, actions.set.takes.voltage.min: 'zero' is not a number
            min: 0                             | min: .inf                  | min: '.inf' is not a number
            max: 30                            | max: -1                    | line 7, actions.set.takes.voltage: min must not be above max
            max: 30                            | mox: 30                    | voltage: 'max' is missing
            max: 30                            | max: 30, mox: 2            | line 7, actions.set.takes.voltage.mox: unknown key 'mox'; known here
            unit: V, min: 0, max: 30           | min: 0                     | 'unit' is missing (1 for a mere number)
            unit: V, min: 0, max: 30           | type: nuber                | there is no type 'nuber': write number, whole
            unit: V, min: 0, max: 30           | choices: {a: 1, b: 1}      | each with a code of its own
            voltage: {unit: V, min             | 2nd: {unit: V, min         | '2nd' is not a name
            200 ms                             | 200                        | line 8, actions.set.lasting: '200' is not a time but comes out in 1
            200 ms                             | '{voltage} * 2'            | comes out in V
            200 ms                             | '{volume} / 2'             | there is no value 'volume' here, only [voltage]
            200 ms                             | '2 s +'                    | cannot be understood at character 6
            %.3f                               | 3f                         | line 10, actions.set.does.1.ask: '3f' is not a format of voltage
            voltage:%.3f                       | volt:%.3f                  | there is no value 'volt' here, only [voltage]
            voltage:%.3f                       | voltage in mA              | voltage is declared in V, which cannot be converted to mA
            voltage:%.3f                       | the voltage                | '{the voltage}' is not a placeholder
            - ask: "VOLT                       | - aks: "VOLT               | a step has one of the words [ask, json, until, wait], not [aks]
            "VOLT?", reply                     | "VOLT?", expct: a, reply   | expct: unknown key 'expct'; known here are [ask
            "VOLT?", reply                     | "VOLT?", expect: "(", reply | '(' is not a regular expression
            reply: "{voltage}"                 | reply: "{volt}"            | there is no output 'volt', only [voltage]
            , reply: "{voltage}"               |                            | line 11, actions.voltage: no step reads the output 'voltage'
            reply: "{voltage}"                 | reply: {voltage}           | write the reply in quotes: '{voltage}'
            reply: "{voltage}"                 | reply: {{voltage}: 1}      | put braces within a text into quotes
            reply: "{voltage}"                 | reply: {voltage: "V=.*"}   | needs one group in parentheses
            reading: true                      | reading: yes               | line 13, actions.voltage.reading: write true or false, not 'yes'
            lasting: 200 ms                    | reading: true              | line 6, actions.set: a reading takes nothing
            does: {ask: "VOLT?"                | does: {until: {ask: "VOLT?"} | line 14
            does: {ask                         | dose: {ask                 | line 11, actions.voltage: 'does' is missing
            reading: true                      | reading: true\\n    reading: true | line 14, actions.voltage.reading: 'reading' is there twice
            set:                               | \\tset:                    | line 6: not YAML
            actions:                           | actions: [                 | not YAML
            """;

    static Stream<Arguments> mistakes() {
        return MISTAKES.lines()
                .map(line -> Arguments.of(Stream.of(line.split("\\|", -1))
                        .map(cell -> cell.strip().replace("\\n", "\n").replace("\\t", "\t"))
                        .toArray()));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_place(String right, String wrong, String told) {
        assertTrue(RIGHT.contains(right), right);
        String text = RIGHT.replace(right, wrong);
        String message = assertThrows(IllegalArgumentException.class, () -> Toy.whole(text, any -> ""))
                .getMessage();
        assertAll(
                () -> assertTrue(message.startsWith("toy.yaml, line "), message),
                () -> assertTrue(message.contains(told), message));
    }

    @Test
    void the_text_without_mistakes_has_both_actions() {
        List<String> names = Toy.whole(RIGHT, any -> "").description.actions().stream()
                .map(action -> action.name())
                .toList();
        assertEquals(List.of("set", "voltage"), names);
    }

    @Test
    void a_file_that_cannot_be_read_is_named(@TempDir Path folder) throws Exception {
        Path absent = folder.resolve("absent.yaml");
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        Path latin = Files.write(folder.resolve("latin.yaml"), "µ".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.writeString(folder.resolve("large.yaml"), "a".repeat((1 << 20) + 1));
        assertAll(
                () -> assertTold(absent, "absent.yaml cannot be read (NoSuchFileException)"),
                () -> assertTold(folder, "cannot be read"),
                () -> assertTold(empty, "the file is empty"),
                () -> assertTold(latin, "is not a text in UTF-8"),
                () -> assertTold(large, "has 1048577 bytes"));
    }

    private static void assertTold(Path file, String told) {
        String message = assertThrows(IllegalArgumentException.class, () -> Description.open(file))
                .getMessage();
        assertTrue(message.contains(told), message);
    }
}
