package org.busbar.plug;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.busbar.api.experiment.Agent;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Tells who a plug-in is from its service: id, bundle, version, hash of the jar, settings. */
public final class Agents {

    private static final String REFERENCE = "reference:";
    private static final Map<Bundle, String> HASHES = Collections.synchronizedMap(new WeakHashMap<>());

    private Agents() {}

    /** The {@code lab.id} of a service; the name of its component where it has none. */
    public static String id(ServiceReference<?> service) {
        Object id = service.getProperty("lab.id");
        return String.valueOf(id == null ? service.getProperty("component.name") : id);
    }

    /** Who the plug-in is just now. */
    public static Agent of(ServiceReference<?> service) {
        Bundle bundle = service.getBundle();
        if (bundle == null) {
            return Agent.named(id(service));
        }
        return new Agent(
                id(service),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                sha256(bundle),
                settings(service));
    }

    private static Map<String, String> settings(ServiceReference<?> service) {
        Map<String, String> settings = new TreeMap<>();
        for (String key : service.getPropertyKeys()) {
            if (isSetting(key)) {
                settings.put(key, text(service.getProperty(key)));
            }
        }
        return settings;
    }

    /** Whether a service property is a setting of the lab and no secret. */
    static boolean isSetting(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return !name.startsWith("service.")
                && !name.startsWith("component.")
                && !name.startsWith("felix.")
                && !name.startsWith("osgi.")
                && !name.startsWith(".")
                && !name.equals("objectclass")
                && !name.matches(".*(password|secret|token|api_?key).*");
    }

    private static String text(Object value) {
        return value instanceof Object[] several ? Arrays.toString(several) : String.valueOf(value);
    }

    /** The SHA-256 of the jar a bundle was installed from; empty if it was not installed from a file. Read once. */
    public static String sha256(Bundle bundle) {
        return HASHES.computeIfAbsent(bundle, Agents::hash);
    }

    private static String hash(Bundle bundle) {
        String location = bundle.getLocation();
        String uri = location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
        if (!uri.startsWith("file:")) {
            return "";
        }
        Path file = Path.of(URI.create(uri).getPath());
        return Files.isRegularFile(file) ? sha256(file) : "";
    }

    /**
     * The SHA-256 of a file, as 64 hexadecimal digits.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
