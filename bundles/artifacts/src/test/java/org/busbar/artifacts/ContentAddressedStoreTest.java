package org.busbar.artifacts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentAddressedStoreTest {

    private static final byte[] CSV = "time,voltage\n0,3.7\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private ContentAddressedStore open() throws IOException {
        return new ContentAddressedStore(folder);
    }

    private static Resource keep(ContentAddressedStore store, byte[] bytes) throws IOException {
        return store.keep(new ByteArrayInputStream(bytes), "text/csv");
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("artifacts.lock"))
                    .collect(Collectors.toSet());
        }
    }

    /** Bytes that are made as they are read. */
    private static InputStream endless(long size) {
        return new InputStream() {
            private long given;

            @Override
            public int read() {
                return given < size ? (int) (given++ * 31 >> 8 & 0xff) : -1;
            }
        };
    }

    @Test
    void an_artifact_is_named_by_what_it_holds_and_outlives_the_server() throws Exception {
        Resource kept;
        try (ContentAddressedStore store = open()) {
            kept = keep(store, CSV);
        }
        assertEquals("artifact:" + kept.sha256(), kept.uri().toString());
        assertEquals("text/csv", kept.mediaType());
        assertTrue(Files.exists(folder.resolve(kept.sha256().substring(0, 2)).resolve(kept.sha256())));
        try (ContentAddressedStore store = open();
                InputStream in = store.open(kept.sha256())) {
            assertArrayEquals(CSV, in.readAllBytes());
        }
    }

    @Test
    void the_same_bytes_from_eight_threads_are_one_file() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ContentAddressedStore store = open()) {
            Callable<Resource> keeper = () -> store.keep(endless(1_000_000), "image/tiff");
            List<Future<Resource>> kept = threads.invokeAll(Collections.nCopies(8, keeper));
            String sha256 = kept.get(0).get().sha256();
            for (Future<Resource> one : kept) {
                assertEquals(sha256, one.get().sha256());
            }
            assertEquals(Set.of(sha256), files());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void what_a_crash_left_behind_is_removed_at_the_start() throws Exception {
        Path leftover = folder.resolve(".incoming/artifacts/1");
        Files.createDirectories(leftover.getParent());
        Files.writeString(leftover, "half a file");
        try (ContentAddressedStore store = open()) {
            assertEquals(Set.of(), files());
            assertEquals(Set.of(keep(store, CSV).sha256()), files());
        }
    }

    @Test
    void a_file_larger_than_the_memory_is_kept_and_read() throws Exception {
        long size = 200_000_000;
        assertTrue(Runtime.getRuntime().maxMemory() < size, "the test proves nothing with so much memory");
        try (ContentAddressedStore store = open()) {
            String sha256 =
                    store.keep(endless(size), "application/octet-stream").sha256();
            try (InputStream in = store.open(sha256)) {
                assertEquals(size, in.transferTo(OutputStream.nullOutputStream()));
            }
        }
    }

    @Test
    void a_damaged_artifact_is_found_when_it_is_read() throws Exception {
        try (ContentAddressedStore store = open()) {
            Resource kept = keep(store, CSV);
            Files.writeString(
                    folder.resolve(kept.sha256().substring(0, 2)).resolve(kept.sha256()), "time,voltage\n0,9.9\n");
            try (InputStream in = store.open(kept.sha256())) {
                String message =
                        assertThrows(IOException.class, in::readAllBytes).getMessage();
                assertTrue(message.contains("is damaged"), message);
            }
        }
    }

    @Test
    void a_second_store_on_the_same_folder_is_refused() throws Exception {
        try (ContentAddressedStore store = open()) {
            String message = assertThrows(IOException.class, this::open).getMessage();
            assertTrue(message.contains("another Busbar server"), message);
            keep(store, CSV);
        }
        open().close();
    }
}
