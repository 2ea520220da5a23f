package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkStatus.State;
import org.busbar.api.link.Switchboard.Way;
import org.busbar.links.Rig.Other;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs on their input and output. */
class ProcessTest {

    private final Rig rig = new Rig();

    @AfterEach
    void end() {
        rig.close();
    }

    private static String shell(String script) {
        return "process:sh?arg=-c&arg=" + script.replace("%", "%25").replace("&", "%26") + "&timeout=9s";
    }

    private static long cats() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/cat"))
                .count();
    }

    @Test
    void a_program_answers_and_is_ended_with_its_link() throws Exception {
        Link link = rig.open("process:cat");
        assertEquals("a", link.ask("a"));
        assertEquals(1, cats());
        link.close();
        Rig.await(() -> cats() == 0);
    }

    @Test
    void what_a_program_has_started_ends_with_it() throws Exception {
        Link link = rig.open(shell("sleep 1000 & sleep 1001 & read x; echo $!; cat"));
        long pid = Long.parseLong(link.ask("go"));
        assertTrue(ProcessHandle.of(pid).isPresent());
        link.close();
        Rig.await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void arguments_and_folder_are_handed_on(@TempDir Path folder) throws Exception {
        Link link = rig.open("process:sh?arg=-c&arg=read x; pwd&dir=" + folder);
        assertEquals(folder.toRealPath().toString(), link.ask("go"));
        assertTrue(Rig.offline(() -> rig.open("process:cat?dir=/no/such/folder").ask("a"))
                .contains("/no/such/folder"));
    }

    @Test
    void a_program_that_ends_is_lost_with_its_exit_code_and_started_again() throws Exception {
        Link link = rig.open(shell("read x; echo $x; read x; exit 3"));
        assertEquals("a", link.ask("a"));
        String said = Rig.fails(Kind.LOST, () -> link.ask("b"));
        assertTrue(said.contains("exit code 3"), said);
        Rig.await(() -> rig.only().state() == State.CONNECTED);
        assertEquals("c", link.ask("c"));
    }

    @Test
    void a_program_that_is_not_there_is_said() {
        String said = Rig.offline(() -> rig.open("process:/no/such/program").ask("a"));
        assertTrue(said.contains("/no/such/program") && said.contains("does not start"), said);
    }

    @Test
    void its_error_stream_goes_into_the_trace() throws Exception {
        String uri = shell("while read x; do echo oh $x >&2; echo $x; done");
        Link link = rig.open(uri);
        rig.room.trace(uri, Duration.ofMinutes(1));
        assertEquals("a", link.ask("a"));
        Rig.await(() -> rig.room.traced(uri).stream()
                .anyMatch(entry -> entry.way() == Way.NOTE && entry.text().equals("error stream: oh a")));
    }

    @Test
    void a_program_that_reads_nothing_does_not_block_for_ever() {
        Link link = rig.open(shell("exec sleep 1000"));
        assertTrue(
                Rig.fails(Kind.LOST, () -> link.within(Duration.ofMillis(500)).ask("x".repeat(500_000)))
                        .contains("does not read"));
    }

    @Test
    void many_share_one_program() throws Exception {
        Link first = rig.open("process:cat");
        Link second = rig.open("process:cat");
        assertEquals("a", first.ask("a"));
        assertEquals("b", second.ask("b"));
        assertEquals(1, rig.only().connections());
    }

    @Test
    void an_interrupt_ends_a_write() throws Exception {
        Link link = rig.open(shell("exec sleep 1000"));
        Other other = new Other(() -> link.within(Duration.ofSeconds(30)).ask("x".repeat(500_000)));
        Thread.sleep(100);
        other.thread.interrupt();
        assertEquals(
                InterruptedException.class, other.end.get(9, TimeUnit.SECONDS).getClass());
    }
}
