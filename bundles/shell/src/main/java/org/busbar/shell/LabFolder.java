package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The folder of a lab and the files a server leaves in it. */
record LabFolder(Path path) {

    private static final int LAST_LINES = 15;

    /** Where a server serves, and the process it is. */
    record Address(String url, long pid) {

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        }
    }

    /**
     * Finds a lab by its path, or by its name among the examples of the distribution.
     *
     * @throws Failure if there is no such folder
     */
    static LabFolder find(String lab, Optional<Path> home) {
        Path path = Path.of(lab);
        if (Files.isDirectory(path)) {
            return new LabFolder(path.toAbsolutePath().normalize());
        }
        Optional<Path> example = home.map(folder -> folder.resolve("examples").resolve(lab));
        return example.filter(Files::isDirectory)
                .map(LabFolder::new)
                .orElseThrow(() -> Failure.usage("There is no folder '" + lab + "'"
                        + example.map(folder -> " and no example " + folder).orElse("")));
    }

    /** As {@link #find(String, Optional)} with the distribution that the start script names. */
    static LabFolder find(String lab) {
        return find(lab, Optional.ofNullable(System.getProperty("busbar.home")).map(Path::of));
    }

    /** The lab if that is the address of its own server; empty also if there is no such lab. */
    static Optional<LabFolder> whoseServerIs(String url, String lab) {
        LabFolder folder = new LabFolder(Path.of(lab).toAbsolutePath().normalize());
        return folder.server().filter(own -> own.url().equals(url)).map(own -> folder);
    }

    /**
     * The server of a lab.
     *
     * @throws Failure if none runs
     */
    static Address server(String lab) {
        return find(lab)
                .server()
                .orElseThrow(() ->
                        new Failure("No server runs for the lab " + lab + "; start one with: busbar start " + lab));
    }

    Path data() throws IOException {
        return Files.createDirectories(path.resolve("data"));
    }

    Path log() {
        return path.resolve("data").resolve("server.log");
    }

    /** Of the server, if it speaks TLS. */
    Path certificate() {
        return path.resolve("data").resolve("server.crt");
    }

    /** What the server has left for its own user; empty if it is not there for who runs this. */
    Optional<String> localToken() {
        try {
            return Optional.of(
                    Files.readString(path.resolve("data/security/local-token")).strip());
        } catch (IOException e) {
            return Optional.empty(); // without security, or of another user; the server will say what it wants
        }
    }

    /** Makes an empty file that only the user of this process can read. */
    static Path createPrivate(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createFile(file);
        }
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    Path serverFile() {
        return path.resolve("data").resolve("server.json");
    }

    /** The server that says it serves this lab; empty if none does, or its process has ended. */
    Optional<Address> server() {
        try {
            JsonNode file = Client.JSON.readTree(Files.readString(serverFile()));
            Address address =
                    new Address(file.path("url").asString(""), file.path("pid").asLong(-1));
            return address.url().isEmpty() || address.process().isEmpty() ? Optional.empty() : Optional.of(address);
        } catch (IOException | JacksonException e) {
            return Optional.empty(); // none, or half written: then it will be complete when asked again
        }
    }

    /** The end of the server's log, for people. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }
}
