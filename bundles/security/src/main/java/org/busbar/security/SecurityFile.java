package org.busbar.security;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The lab's {@code security.json}, which need not be there: {@code {"login": {"hours": 24}, "trusted": [{"path":
 * "/orchestrator", "address": "127.0.0.1", "user": "helao"}]}}. It is read again when it has changed, looked at once a
 * second at most; from a wrong one nobody is trusted. Safe for use by many threads.
 */
final class SecurityFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityFile.class);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final long PAUSE = 1_000_000_000L;

    private final Path file;
    private String stamp;
    private long looked;
    private volatile Content content;

    /** What it says. */
    record Content(Duration login, List<Trusted> trusted) {}

    /** @throws IllegalStateException if it is wrong */
    SecurityFile(Path lab) {
        this.file = lab.resolve("security.json");
        this.stamp = stamp();
        this.looked = System.nanoTime();
        this.content = read();
    }

    /** How long a new login holds. */
    Duration login() {
        return content().login();
    }

    List<Trusted> trusted() {
        return content().trusted();
    }

    private synchronized Content content() {
        if (System.nanoTime() - looked > PAUSE) {
            looked = System.nanoTime();
            refresh();
        }
        return content;
    }

    private void refresh() {
        String now = stamp();
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        try {
            content = read();
        } catch (IllegalStateException e) {
            LOG.error("{}; nobody is trusted until it is put right", e.getMessage());
            content = new Content(content.login(), List.of());
        }
    }

    private String stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }

    private Content read() {
        try {
            return Files.exists(file)
                    ? content(Json.mapper().readTree(Files.readString(file)))
                    : new Content(DAY, List.of());
        } catch (JacksonException e) {
            throw new IllegalStateException("security.json is not JSON: " + Faults.of(e), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("security.json: " + e.getMessage(), e);
        }
    }

    private static Content content(JsonNode root) {
        keys(root, "the file", Set.of("login", "trusted"));
        JsonNode login = root.path("login");
        if (!login.isMissingNode()) {
            keys(login, "login", Set.of("hours"));
        }
        return new Content(login.isMissingNode() ? DAY : hours(login.path("hours")), trusted(root.path("trusted")));
    }

    private static Duration hours(JsonNode hours) {
        long most = Logins.LONGEST.toHours();
        if (!hours.isIntegralNumber() || hours.asDouble() < 1 || hours.asDouble() > most) {
            throw new IllegalArgumentException("login.hours = " + hours + " is no whole number from 1 to " + most);
        }
        return Duration.ofHours(hours.asLong());
    }

    private static List<Trusted> trusted(JsonNode list) {
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException("trusted is not a list");
        }
        List<Trusted> all = new ArrayList<>();
        for (JsonNode one : list) {
            all.add(trusted(one, "trusted[" + all.size() + "]"));
        }
        return List.copyOf(all);
    }

    private static Trusted trusted(JsonNode one, String at) {
        keys(one, at, Set.of("path", "address", "user"));
        String path = text(one, at, "path", PATH, "a path such as /orchestrator");
        String address = text(one, at, "address", DIGITS, "an IP address");
        String user = text(one, at, "user", LabUsers.NAME, "the name of a user");
        try {
            return new Trusted(path, InetAddress.getByName(address).getHostAddress(), user);
        } catch (IOException e) {
            throw new IllegalArgumentException(at + ".address = '" + address + "' is not an IP address", e);
        }
    }

    private static String text(JsonNode one, String at, String name, Pattern pattern, String what) {
        String text = one.path(name).isString() ? one.path(name).stringValue() : "";
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(at + "." + name + " = " + one.path(name) + " is not " + what);
        }
        return text;
    }

    private static void keys(JsonNode node, String at, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(at + " is not a JSON object");
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(at + " has '" + key + "', which is none of "
                        + known.stream().sorted().toList());
            }
        }
    }
}
