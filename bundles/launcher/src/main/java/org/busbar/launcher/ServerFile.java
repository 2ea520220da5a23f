package org.busbar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code data/server.json}: where the running server of a lab is found. It is there exactly while the server answers. */
final class ServerFile {

    private ServerFile() {}

    static Path in(LabFolder lab) {
        return lab.data().resolve("server.json");
    }

    /** Writes the whole file or nothing: a reader never sees half of it. */
    static void write(LabFolder lab, String url, long pid) throws IOException {
        Path draft = lab.data().resolve("server.json.new");
        Files.writeString(draft, "{\"url\":\"" + url + "\",\"pid\":" + pid + "}\n");
        Files.move(draft, in(lab), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@code data/server.crt}: by which the commands of this machine know a server that speaks TLS. */
    static void writeCertificate(LabFolder lab, String pem) throws IOException {
        Files.writeString(lab.data().resolve("server.crt"), pem);
    }

    static void remove(LabFolder lab) throws IOException {
        Files.deleteIfExists(in(lab));
        Files.deleteIfExists(lab.data().resolve("server.crt"));
    }
}
