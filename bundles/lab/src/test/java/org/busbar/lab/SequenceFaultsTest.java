package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with a file is told at once, each fault with its line. */
class SequenceFaultsTest {

    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    private void faults(String text, String... expected) {
        List<String> found = documents.linked(text).faults();
        assertEquals(expected.length, found.size(), () -> String.join("\n", found));
        for (int i = 0; i < expected.length; i++) {
            String wanted = expected[i];
            String told = found.get(i);
            for (String part : wanted.split("\\|")) {
                assertTrue(told.contains(part), () -> "'" + told + "' lacks '" + part + "'");
            }
        }
    }

    @Test
    void faults_of_every_sort_are_told_together_in_the_order_of_the_file() {
        faults(
                """
                name: a
                inputs:
                  t: {unit: degC}
                  n: {whole: true}
                recovery: perhaps
                steps:
                  - id: s
                    action: b
                    wiht: {x: 1}
                  - {id: s, action: b, with: {x: "20 degC", y: 1}}
                  - {id: u, action: b, with: {t: "${t}", z: "${q}"}}
                  - id: loop
                    repeat: 2.5
                    until: "${v.x} ~ 3"
                    steps:
                      - {id: v, analysis: c, with: {x: "${w.k}"}, timeout: 5}
                  - {id: w, analysis: c, with: {x: "${u.o}", n: "${n}"}}
                outputs:
                  k: "${nobody.k}"
                """,
                "line 3, column 13: inputs.t.unit: |did you mean 'Cel'",
                "line 5, column 11: recovery: 'perhaps' is no recovery|retry(2, 10 s)",
                "line 9, column 5: steps[0].wiht: there is no 'wiht' here, only [id, action,",
                "line 10, column 34: steps[1].with.x: |did you mean 'Cel'",
                "line 11: step u, z: the sequence has no input q, only [t, n]",
                "line 14, column 12: steps[3].until: '${v.x} ~ 3' is not a condition",
                "line 16, column 60: steps[3].steps[0].timeout: 5 is neither a time with its unit",
                "line 19: outputs.k: there is no earlier step nobody");
    }

    @Test
    void two_steps_of_one_id_are_told_with_the_line_of_the_second() {
        faults(
                """
                name: a
                steps:
                  - {id: s, action: b}
                  - id: loop
                    repeat: 2
                    steps:
                      - id: s
                        action: b
                cleanup:
                  - {id: t, action: b}
                  - {id: t, action: b}
                """,
                "line 7: step s, id: two steps are named s",
                "line 11: step t, id: two steps are named t");
    }

    @Test
    void references_are_told_with_the_line_of_the_input() {
        faults(
                """
                name: a
                steps:
                  - id: both
                    parallel:
                      - - {id: x, action: b}
                      - - id: y
                          action: b
                          with:
                            ok: 1
                            v: ${x.o}
                  - id: gate
                    if: ${y.o} > ${z.o}
                    then: [{id: z, action: b}]
                  - {id: rest, wait: {until: "a < b", at most: 1 V, every: 1 s}}
                  - {id: hold, use: [cell], steps: [{id: go, action: b, device: arm}]}
                """,
                "line 10: step y, v: there is no earlier step x: it is in another branch of both",
                "line 12: step gate, if: there is no earlier step z: it is in one way of gate",
                "line 14: step rest, wait: wait = 1 V cannot be converted to s",
                "line 14: step rest, until: a < b cannot be compared",
                "line 15: step go, device: device arm is not taken");
    }

    @Test
    void what_an_optimizer_learns_from_is_told_with_its_line() {
        faults(
                """
                name: a
                steps:
                  - id: loop
                    repeat: 3
                    steps:
                      - id: next
                        suggest: forest
                        space: {x: {unit: mm, min: 0, max: 1}}
                        maximize:
                          k: ${m.k}
                        minimize: {j: "${q.k}"}
                        past:
                          - {point: {x: 0.5 mm}, outputs: {k: 1 V, j: 1 V}}
                          - {point: {x: 2 mm}}
                      - {id: n, ask: "k?", form: {k: {unit: V}}}
                """,
                "line 10: step next, learns.k: there is no step m",
                "line 11: step next, learns.j: there is no step q",
                "line 14: step next, past[1].point: x = 2 mm is above the limit of 1 mm");
    }

    @Test
    void steps_of_no_kind_two_kinds_and_broken_ones_do_not_hide_others() {
        faults(
                """
                name: a
                steps:
                  - {id: s}
                  - {id: t, action: b, wait: 1 s}
                  - {id: u, suggest: forest, space: {x: {min: 0}}, maximize: k}
                  - {id: v, wait: {every: 1 s}}
                  - dispense
                  - {id: w, action: b, with: {x: "${s.a}", y: "${t.a}", z: "${u.a}", q: "${r.a}"}}
                """,
                "line 3, column 5: steps[0]: a step is one of [action, |use]",
                "line 4, column 5: steps[1]: a step is one of |not several: [action, wait]",
                "line 5, column 37: steps[2].space: The space cannot be searched over x",
                "line 6, column 19: steps[3].wait: a wait for something needs 'until' and 'at most'",
                "line 7, column 5: steps[4]: a step is a mapping",
                "line 8: step w, q: there is no earlier step r");
    }

    @Test
    void a_broken_step_in_a_loop_hides_no_fault_of_the_loop_or_of_its_other_steps() {
        faults(
                """
                name: a
                steps:
                  - id: loop
                    repeat: 3
                    until: "${fot.value} > 1"
                    steps:
                      - {id: rest, wait: 2 sek}
                      - {id: fit, analysis: peak, with: {sample: "${mox.sample}"}}
                """,
                "line 5|fot",
                "line 7|sek",
                "line 8|mox");
    }

    @Test
    void lists_mappings_and_words_are_told_apart() {
        faults(
                """
                name: a
                version: 1.10
                devices:
                  cell: [move]
                  arm: {cna: [move]}
                interlocks: "${a:b} < 1"
                suspenders: [{settle: 1 s}]
                steps:
                  - {id: s, use: cell, steps: [{id: t, wait: 1 s}]}
                  - {id: u, parallel: [{id: x, wait: 1 s}]}
                """,
                "line 2, column 10: version: write 1.1 in quotes",
                "line 4, column 9: devices.cell: this should be a mapping",
                "line 5, column 9: devices.arm.cna: there is no 'cna' here, only [can, needs]",
                "line 6, column 13: interlocks: this should be a list",
                "line 7, column 14: suspenders[0]: a suspender needs 'while'",
                "line 9, column 18: steps[0].use: this should be a list",
                "line 10, column 24: steps[1].parallel[0]: this should be a list");
    }

    @Test
    void json_is_read_and_faulted_the_same_way() {
        SequenceFile file = SequenceFile.read(documents.write(
                "a.json",
                "{\n\t\"name\": \"a\",\n\t\"steps\": [\n\t\t{\"id\": \"s\", \"action\": \"b\", \"with\":"
                        + " {\"x\": \"20 degC\", \"y\": {\"value\": 2, \"unit\": \"V\"}}}\n\t]\n}"));
        List<String> faults = file.link(name -> null).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("line 4, column ") && faults.get(0).contains("Cel"), faults.get(0));
    }
}
