package org.busbar.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.PluginShelf;
import org.busbar.api.lab.Signature;

/** Takes jars that hold the word "pump"; there is one version, so nothing to go back to. */
final class FakePlugins implements PluginShelf {

    final List<String> told = new ArrayList<>();
    final List<Path> files = new ArrayList<>();

    private long read(Path jar) {
        try {
            files.add(jar);
            if (!Files.readString(jar, StandardCharsets.ISO_8859_1).startsWith("pump")) {
                throw new IllegalArgumentException("the jar is not used: it is no pump");
            }
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PluginPreview preview(Path jar) {
        return new PluginPreview(
                "org.x.pump",
                "1.0." + read(jar),
                "",
                Signature.NONE,
                List.of("serial:*"),
                List.of("serial:*"),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Plugin plugin(String version) {
        return new Plugin(
                "org.x.pump",
                version,
                "",
                "",
                Plugin.State.ACTIVE,
                "",
                Instant.EPOCH,
                List.of(),
                List.of("serial:*"),
                Signature.NONE);
    }

    @Override
    public Plugin install(Path jar, String by) {
        told.add("install by " + by);
        return plugin("1.0." + read(jar));
    }

    @Override
    public Plugin rollback(String bundle, String by) {
        told.add("rollback " + bundle + " by " + by);
        throw new IllegalArgumentException("there is no version before");
    }

    @Override
    public void remove(String bundle, String by) {
        told.add("remove " + bundle + " by " + by);
    }

    @Override
    public List<Version> versions(String bundle) {
        return bundle.equals("org.x.pump") ? List.of(new Version(bundle, "1.0.0", "", true, Instant.EPOCH)) : List.of();
    }
}
