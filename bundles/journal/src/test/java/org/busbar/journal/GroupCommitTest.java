package org.busbar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Receipt;
import org.busbar.blobs.BlobFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final String LARGE = "x".repeat(400_000);

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("journal.sqlite");
    }

    private static LabEvent event(String subject, String reason) {
        return new LabEvent.Faulted(NOW, subject, reason);
    }

    @Test
    void events_of_one_thread_keep_their_order_written_or_appended() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            IntStream.range(0, 4).parallel().forEach(thread -> writeAndAppend(journal, "s" + thread));
            for (int thread = 0; thread < 4; thread++) {
                assertEquals(
                        IntStream.range(0, 300).mapToObj(Integer::toString).toList(),
                        journal.stream("s" + thread)
                                .map(recorded -> ((LabEvent.Faulted) recorded.event()).reason())
                                .toList());
            }
        }
    }

    private static void writeAndAppend(SqliteJournal journal, String subject) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            LabEvent event = event(subject, Integer.toString(i));
            if (i % 10 == 9) {
                journal.append(event);
            } else {
                receipts.add(journal.write(event));
            }
        }
        List<Long> numbers = receipts.stream().map(Receipt::await).toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
    }

    @Test
    void a_receipt_tells_the_number_again_and_again() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            Receipt receipt = journal.write(event("a", ""));
            assertEquals(1, receipt.await());
            assertEquals(1, receipt.await());
            assertEquals("a", journal.read(0, 1).get(0).event().subject());
        }
    }

    @Test
    void a_subject_is_streamed_across_pages_and_known() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            List<Receipt> receipts = IntStream.range(0, 2500)
                    .mapToObj(i -> journal.write(event(i % 2 == 0 ? "even" : "odd", "")))
                    .toList();
            receipts.forEach(Receipt::await);
            assertEquals(
                    LongStream.rangeClosed(1, 1250).map(i -> 2 * i).boxed().toList(),
                    journal.stream("odd").map(recorded -> recorded.number()).toList());
            assertTrue(journal.knows("odd"));
            assertTrue(!journal.knows("od"));
        }
    }

    @Test
    void whoever_brings_too_much_waits_until_there_is_room() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        int total = GroupCommit.LIMIT + 100;
        List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
        try (BlobFolder blobs = new BlobFolder(folder.resolve("artifacts"), "test");
                EventStore store = new EventStore(file(), new EventJson(new SeriesFiles(blobs)));
                GroupCommit commits = new GroupCommit(file(), store, recorded -> uninterruptibly(slow))) {
            Thread busy = new Thread(
                    () -> IntStream.range(0, total).forEach(i -> receipts.add(commits.write(event("a", "")))));
            busy.start();
            while (receipts.size() < GroupCommit.LIMIT || busy.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertEquals(GroupCommit.LIMIT, receipts.size());
            slow.countDown();
            busy.join();
            assertEquals(
                    LongStream.rangeClosed(1, total).boxed().toList(),
                    receipts.stream().map(Receipt::await).toList());
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_full_database_refuses_and_the_journal_goes_on_when_there_is_room() throws Exception {
        AtomicInteger pages = new AtomicInteger(60);
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        try (BlobFolder blobs = new BlobFolder(folder.resolve("artifacts"), "test");
                EventStore store = limited(blobs, pages);
                GroupCommit commits =
                        new GroupCommit(file(), store, recorded -> recorded.forEach(one -> told.add(one.number())))) {
            assertEquals(1, commits.write(event("kept", "")).await());
            for (int attempt = 0; attempt < 3; attempt++) {
                Receipt large = commits.write(event("lost", LARGE));
                JournalException refused = assertThrows(JournalException.class, large::await);
                assertTrue(refused.getMessage().contains("Faulted of lost"), refused.getMessage());
                assertTrue(refused.getMessage().contains("full"), refused.getMessage());
                assertThrows(JournalException.class, large::await, "and again");
            }
            assertEquals(2, commits.write(event("small", "")).await());
            assertThrows(JournalException.class, commits.write(event("lost", LARGE))::await);
            pages.set(10_000);
            assertEquals(3, commits.write(event("large", LARGE)).await());
            assertEquals(List.of(1L, 2L, 3L), told);
            assertEquals(3, store.last());
        }
    }

    @Test
    void every_receipt_of_a_batch_that_failed_says_so() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (BlobFolder blobs = new BlobFolder(folder.resolve("artifacts"), "test");
                EventStore store = limited(blobs, new AtomicInteger(60));
                GroupCommit commits = new GroupCommit(file(), store, recorded -> uninterruptibly(slow))) {
            Receipt before = commits.write(event("before", ""));
            while (store.last() == 0) {
                Thread.onSpinWait(); // until the writer is held up by the one who is told
            }
            List<Receipt> together = List.of(
                    commits.write(event("small", "")),
                    commits.write(event("large", LARGE)),
                    commits.write(event("small", "")));
            slow.countDown();
            assertEquals(1, before.await());
            together.forEach(receipt -> assertThrows(JournalException.class, receipt::await));
            assertEquals(2, commits.write(event("after", "")).await());
            assertTrue(!store.knows("small") && !store.knows("large"));
        }
    }

    /** A store whose database may not grow beyond so many pages; a new number holds for the next connection. */
    private EventStore limited(BlobFolder blobs, AtomicInteger pages) {
        return new EventStore(file(), new EventJson(new SeriesFiles(blobs)), () -> limited(pages.get()));
    }

    /** A connection to a database that may not grow beyond so many pages. */
    private Connection limited(int pages) {
        Connection connection = EventStore.connect(file());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
            return connection;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eight_threads_that_do_not_wait_lose_nothing() {
        int each = 2000;
        try (SqliteJournal journal = new SqliteJournal(file())) {
            IntStream.range(0, 8).parallel().forEach(thread -> IntStream.range(0, each)
                    .mapToObj(i -> journal.write(event("s" + thread, "")))
                    .toList()
                    .forEach(Receipt::await));
            assertEquals(8L * each, journal.last());
            assertEquals(each, journal.stream("s7").count());
        }
    }
}
