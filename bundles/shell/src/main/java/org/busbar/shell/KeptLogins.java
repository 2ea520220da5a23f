package org.busbar.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The logins of the user of this machine, by server: {@code ~/.config/busbar/tokens}, which nobody else can read. The
 * folder is that of {@code XDG_CONFIG_HOME} if it is set; {@code -Dbusbar.config=FOLDER} overrules.
 */
final class KeptLogins {

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final Path file;

    /** A login as it is kept. */
    record Kept(String user, String token, Instant until) {}

    /** @param folder of the file; need not be there yet */
    KeptLogins(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("tokens");
    }

    static KeptLogins ofUser() {
        String said = System.getProperty("busbar.config");
        if (said != null) {
            return new KeptLogins(Path.of(said));
        }
        String home = System.getenv("XDG_CONFIG_HOME");
        boolean named = home != null && Path.of(home).isAbsolute();
        Path config = named ? Path.of(home) : Path.of(System.getProperty("user.home"), ".config");
        return new KeptLogins(config.resolve("busbar"));
    }

    /**
     * Every login, by the address of the server.
     *
     * @throws Failure if the file is damaged, or others can read it
     */
    Map<String, Kept> all() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            requireOwn();
            return Client.JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, Kept>>() {});
        } catch (IOException | JacksonException e) {
            throw new Failure("The logins in " + file + " cannot be read; delete the file and log in again");
        }
    }

    private void requireOwn() throws IOException {
        if (isPosix() && !OWN.containsAll(Files.getPosixFilePermissions(file))) {
            throw new Failure("Others can read the logins in " + file + "; delete the file and log in again, or if you"
                    + " trust everybody who had access: chmod 600 " + file);
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The login to a server; empty if there is none. */
    Optional<Kept> of(String url) {
        return Optional.ofNullable(all().get(key(url)));
    }

    void put(String url, Kept login) {
        Map<String, Kept> logins = all();
        logins.put(key(url), login);
        write(logins);
    }

    void remove(String url) {
        Map<String, Kept> logins = all();
        logins.remove(key(url));
        write(logins);
    }

    private void write(Map<String, Kept> logins) {
        try {
            if (isPosix()) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
            Path next = LabFolder.createPrivate(folder.resolve("tokens." + UUID.randomUUID()));
            Files.writeString(next, Client.JSON.writeValueAsString(logins));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("The login cannot be kept in " + file + ": " + e);
        }
    }

    /**
     * One spelling for each server: {@code https://lab.example:8443}.
     *
     * @throws Failure if that is not the address of a server
     */
    static String key(String url) {
        try {
            URI uri = URI.create(url.replaceFirst("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && uri.getUserInfo() == null && scheme.matches("https?")) {
                int usual = scheme.equals("https") ? 443 : 80;
                int port = uri.getPort() < 0 ? usual : uri.getPort();
                return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port + uri.getRawPath();
            }
        } catch (IllegalArgumentException e) {
            throw Failure.usage("'" + url + "' is not the address of a server: " + e.getMessage());
        }
        throw Failure.usage("'" + url + "' is not the address of a server, such as https://lab.example:8443");
    }
}
