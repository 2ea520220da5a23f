package org.busbar.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busbar.rest.Problem.Kind;

/** The body of a call in a file, which is gone when this is closed. */
record Upload(Path file) implements AutoCloseable {

    /**
     * Takes the body in.
     *
     * @throws Refused if it is too long, of another type than the route takes, or no file can be kept
     */
    static Upload of(Call call) {
        try {
            Upload upload = new Upload(Files.createTempFile("upload", ".part"));
            try {
                call.keep(upload.file);
                return upload;
            } catch (Refused e) {
                upload.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Refused(Kind.UNAVAILABLE, "No file can be kept just now: the disk may be full");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
