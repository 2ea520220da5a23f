package org.busbar.drivers.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Sample;
import org.busbar.api.Values;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.device.Device;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;

/** Configured drivers, and a store for what they keep. */
final class Bench implements Artifacts {

    final List<String> kept = new ArrayList<>();

    static Path file(String name) {
        try {
            return Path.of(Bench.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    FileInstrument driver(Path folder, Path description) {
        Map<String, Object> settings =
                Map.of("lab_id", "dvm", "folder", folder.toString(), "description", description.toString());
        FileInstrument.Config config = (FileInstrument.Config) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {FileInstrument.Config.class},
                (proxy, method, arguments) -> settings.get(method.getName()));
        try (LinkRoom room = new LinkRoom()) {
            return new FileInstrument(config, room.links(Permissions.ALL), this);
        }
    }

    static Values perform(Device device, String action, Values inputs) throws Exception {
        return device.actions().stream()
                .filter(declared -> declared.name().equals(action))
                .findFirst()
                .orElseThrow()
                .perform(inputs);
    }

    static Values sample(String id) {
        return Values.of("sample", new Sample(id)).with("temperature", Quantity.of(298.15, "K"));
    }

    @Override
    public Resource keep(InputStream bytes, String mediaType) throws IOException {
        kept.add(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
        return resource(mediaType);
    }

    private static Resource resource(String mediaType) {
        return new Resource(URI.create("artifact:kept"), mediaType, "a".repeat(64));
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        throw new IOException("Nothing is read here: " + sha256);
    }
}
