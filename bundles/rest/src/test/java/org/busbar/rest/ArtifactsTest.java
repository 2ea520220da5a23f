package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.busbar.api.Resource;
import org.busbar.api.artifact.Artifacts;
import org.junit.jupiter.api.Test;

class ArtifactsTest {

    private static final byte[] BYTES = {1, 2, 3};

    /** Holds one artifact, named {@code a}. */
    private static final class One implements Artifacts {
        @Override
        public Resource keep(InputStream bytes, String mediaType) {
            throw new UnsupportedOperationException("this store is full");
        }

        @Override
        public InputStream open(String sha256) throws IOException {
            if (!sha256.equals("a")) {
                throw new IOException("there is no artifact " + sha256);
            }
            return new ByteArrayInputStream(BYTES);
        }
    }

    private static Response get(String path) throws Exception {
        Router router = new Router(new ArtifactRoutes(new One()).routes());
        return router.answer(Api.call("GET", List.of(path.substring(1).split("/")), Map.of(), Map.of(), ""));
    }

    @Test
    void an_artifact_is_given_byte_by_byte() throws Exception {
        Response.Download download = (Response.Download) get("/api/v1/artifacts/a");
        assertArrayEquals(BYTES, download.bytes().readAllBytes());
    }

    @Test
    void one_that_is_not_there_is_not_found() {
        Refused refused = assertThrows(Refused.class, () -> get("/api/v1/artifacts/b"));
        assertArrayEquals(
                List.of("there is no artifact b").toArray(),
                List.of(refused.problem().detail().replaceAll(".*given: ", "")).toArray());
    }
}
