package org.busbar.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens and whom it serves: what {@code server.properties} in the lab folder says, and before that what
 * the command line says.
 *
 * @param host the address as it was written
 * @param port 0 for any free one
 * @param insecureLocal whether programs of this machine are served without being asked who they are
 * @param tls empty to speak plain HTTP
 */
record Listener(String host, int port, boolean insecureLocal, Optional<Tls> tls) {

    static final String LOOPBACK = "127.0.0.1";
    static final int PORT = 8181;
    static final int TLS_PORT = 8443;

    /** The settings, as they are called in the file; an option has a hyphen for each dot. */
    static final List<String> NAMES = List.of("port", "host", "tls.keystore", "tls.password.file");

    private static final String FILE = "server.properties";

    /**
     * Makes it of a command line and the file.
     *
     * @throws Refusal if a setting is unknown, wrong, or does not fit the others
     */
    static Listener of(Arguments arguments, LabFolder lab) throws Refusal {
        Map<String, String> settings = new LinkedHashMap<>(file(lab));
        settings.putAll(arguments.options());
        Optional<Tls> tls = tls(settings, lab);
        Listener listener = new Listener(
                settings.getOrDefault("host", LOOPBACK),
                port(settings.get("port"), tls.isPresent() ? TLS_PORT : PORT),
                arguments.insecureLocal(),
                tls);
        listener.check();
        return listener;
    }

    /** The address without path at which programs of this machine reach it. */
    String url(int actualPort) throws Refusal {
        InetAddress address = address();
        String name = address.isAnyLocalAddress() ? LOOPBACK : host;
        String literal = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
        return scheme() + "://" + literal + ":" + actualPort;
    }

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    InetAddress address() throws Refusal {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new Refusal(
                    Refusal.USAGE, "--host '" + host + "' is no address of this machine; give one, or none.", e);
        }
    }

    boolean isLocal() throws Refusal {
        return address().isLoopbackAddress();
    }

    private void check() throws Refusal {
        boolean local = isLocal(); // also when it does not matter, as a wrong address is to be told now
        if (insecureLocal && !local) {
            throw new Refusal(
                    Refusal.USAGE,
                    "--insecure-local asks nobody who he is, so it cannot go with --host " + host
                            + ", which others can reach; leave one of them out.");
        }
    }

    private static int port(@Nullable String word, int otherwise) throws Refusal {
        if (word == null) {
            return otherwise;
        }
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) > 65535) {
            throw Arguments.wrong("--port needs a number from 0 (any free port) to 65535, not '" + word + "'");
        }
        return Integer.parseInt(word);
    }

    private static Optional<Tls> tls(Map<String, String> settings, LabFolder lab) throws Refusal {
        String keystore = settings.get("tls.keystore");
        String password = settings.get("tls.password.file");
        if (keystore == null && password == null) {
            return Optional.empty();
        }
        if (keystore == null || password == null) {
            throw Arguments.wrong("--tls-keystore and --tls-password-file go together");
        }
        return Optional.of(Tls.open(lab.path().resolve(keystore), lab.path().resolve(password)));
    }

    private static Map<String, String> file(LabFolder lab) throws Refusal {
        Path file = lab.path().resolve(FILE);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : read(file).stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new Refusal(
                        Refusal.USAGE, file + " has the setting '" + name + "', which is none of " + NAMES + ".");
            }
            settings.put(name, read(file).getProperty(name).strip());
        }
        return settings;
    }

    private static Properties read(Path file) throws Refusal {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Refusal(Refusal.USAGE, file + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        return properties;
    }
}
