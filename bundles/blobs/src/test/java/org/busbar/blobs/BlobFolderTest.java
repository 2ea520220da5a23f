package org.busbar.blobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobFolderTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private BlobFolder open() throws IOException {
        return new BlobFolder(folder.resolve("data/blobs"), "test");
    }

    /** All files but the locks. */
    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .collect(Collectors.toSet());
        }
    }

    private static byte[] read(BlobFolder blobs, String sha256) throws IOException {
        try (InputStream in = blobs.open(sha256)) {
            return in.readAllBytes();
        }
    }

    @Test
    void what_is_kept_comes_back_and_is_named_by_its_hash() throws Exception {
        try (BlobFolder blobs = open()) {
            assertEquals(HELLO_SHA256, blobs.keep(HELLO));
            assertEquals(
                    folder.resolve("data/blobs/2c").resolve(HELLO_SHA256).toAbsolutePath(), blobs.file(HELLO_SHA256));
            assertArrayEquals(HELLO, read(blobs, HELLO_SHA256));
            assertArrayEquals(HELLO, read(blobs, HELLO_SHA256.toUpperCase()));
        }
        try (BlobFolder reopened = open()) {
            assertArrayEquals(HELLO, read(reopened, HELLO_SHA256));
        }
    }

    @Test
    void nothing_at_all_can_be_kept() throws Exception {
        try (BlobFolder blobs = open()) {
            assertEquals(0, read(blobs, blobs.keep(InputStream.nullInputStream())).length);
        }
    }

    @Test
    void the_same_bytes_from_many_threads_are_one_file() throws Exception {
        byte[] bytes = new byte[300_000];
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        try (BlobFolder blobs = open()) {
            List<Callable<String>> keepers = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(i -> keepers.add(() -> {
                        start.await();
                        return blobs.keep(new ByteArrayInputStream(bytes));
                    }));
            Set<String> names = threads.invokeAll(keepers).stream()
                    .map(BlobFolderTest::result)
                    .collect(Collectors.toSet());
            assertEquals(1, names.size());
            assertEquals(names, files());
        } finally {
            threads.shutdown();
        }
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_there_is_not_written_again() throws Exception {
        try (BlobFolder blobs = open()) {
            Path file = blobs.file(blobs.keep(HELLO));
            Files.setLastModifiedTime(file, FileTime.fromMillis(1000));

            blobs.keep(HELLO);
            blobs.keep(new ByteArrayInputStream(HELLO));
            assertEquals(FileTime.fromMillis(1000), Files.getLastModifiedTime(file));
        }
        try (BlobFolder reopened = open()) {
            Path file = reopened.file(HELLO_SHA256);
            Files.delete(file);
            assertEquals(HELLO_SHA256, reopened.keep(HELLO));
            assertTrue(Files.exists(file));
        }
    }

    @Test
    void a_stream_that_breaks_off_leaves_nothing_behind() throws Exception {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("instrument unplugged");
            }
        });
        try (BlobFolder blobs = open()) {
            IOException fault = assertThrows(IOException.class, () -> blobs.keep(broken));
            assertEquals("instrument unplugged", fault.getMessage());
            assertEquals(Set.of(), files());
        }
    }

    @Test
    void what_a_crash_left_behind_is_removed_at_the_start_and_another_writers_files_are_not() throws Exception {
        Path incoming = folder.resolve("data/blobs/.incoming");
        Files.createDirectories(incoming.resolve("test"));
        Files.createDirectories(incoming.resolve("other"));
        Files.writeString(incoming.resolve("test/17"), "half of it");
        Files.writeString(incoming.resolve("other/18"), "being written");
        try (BlobFolder blobs = open()) {
            assertEquals(Set.of("18"), files());
            blobs.keep(HELLO);
            assertEquals(Set.of("18", HELLO_SHA256), files());
        }
    }

    @Test
    void a_second_writer_of_the_same_name_is_refused_until_the_first_has_closed() throws Exception {
        try (BlobFolder blobs = open()) {
            IOException refused = assertThrows(IOException.class, this::open);
            assertTrue(refused.getMessage().contains("another 'test'"), refused.getMessage());
            blobs.keep(HELLO);
        }
        open().close();
    }

    @Test
    void damage_is_found_when_read_to_the_end() throws Exception {
        try (BlobFolder blobs = open()) {
            byte[] bytes = new byte[100_000];
            Path file = blobs.file(blobs.keep(bytes));
            bytes[70_000] = 1;
            Files.write(file, bytes);
            try (InputStream in = blobs.open(file.getFileName().toString())) {
                assertEquals(0, in.read());
                assertEquals(50_000, in.skip(50_000));
                IOException damage = assertThrows(IOException.class, in::readAllBytes);
                assertTrue(damage.getMessage().contains(file + " is damaged"), damage.getMessage());
                assertThrows(IOException.class, in::read, "and it stays damaged");
            }
        }
    }

    @Test
    void a_file_cut_short_is_replaced_when_its_bytes_are_kept_again() throws Exception {
        try (BlobFolder blobs = open()) {
            Files.writeString(blobs.file(blobs.keep(HELLO)), "hel");
        }
        try (BlobFolder blobs = open()) {
            assertThrows(IOException.class, () -> read(blobs, HELLO_SHA256));
            blobs.keep(HELLO);
            assertArrayEquals(HELLO, read(blobs, HELLO_SHA256));
        }
    }

    @Test
    void what_is_missing_is_named() throws Exception {
        try (BlobFolder blobs = open()) {
            String message = assertThrows(IOException.class, () -> blobs.open(HELLO_SHA256))
                    .getMessage();
            assertTrue(message.contains(HELLO_SHA256) && message.contains("is missing"), message);
            assertTrue(message.contains(blobs.file(HELLO_SHA256).toString()), message);
        }
    }

    @Test
    void anything_but_64_hexadecimal_digits_is_refused() throws Exception {
        try (BlobFolder blobs = open()) {
            for (String name :
                    List.of("", "abc", "../../../etc/passwd", HELLO_SHA256 + "0", "g" + HELLO_SHA256.substring(1))) {
                String message =
                        assertThrows(IOException.class, () -> blobs.open(name)).getMessage();
                assertTrue(message.contains("64 hexadecimal digits"), message);
            }
        }
    }

    @Test
    void an_interrupted_thread_keeps_and_reads_and_stays_interrupted() throws Exception {
        try (BlobFolder blobs = open()) {
            Thread.currentThread().interrupt();
            String sha256 = blobs.keep(HELLO);
            byte[] read = read(blobs, sha256);
            assertTrue(Thread.interrupted());
            assertArrayEquals(HELLO, read);
            assertFalse(Thread.currentThread().isInterrupted());
        }
    }
}
