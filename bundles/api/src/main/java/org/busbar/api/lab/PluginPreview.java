package org.busbar.api.lab;

import java.util.List;
import java.util.Optional;

/**
 * What a jar is, and what putting it in would do.
 *
 * @param bundle its symbolic name
 * @param permissions the links and folders that it declares it uses, as patterns of URIs
 * @param added those of them that the version at work has not
 * @param before the version at work; empty if there is none
 * @param devices the {@code lab.id} of each device that would pause while it is exchanged
 * @param runs the open runs that use them, which wait meanwhile
 * @param refusal why it would not be taken; empty if it would be tried
 */
public record PluginPreview(
        String bundle,
        String version,
        String sha256,
        Signature signature,
        List<String> permissions,
        List<String> added,
        String before,
        List<String> devices,
        List<String> runs,
        Optional<String> refusal) {

    public PluginPreview {
        permissions = List.copyOf(permissions);
        added = List.copyOf(added);
        devices = List.copyOf(devices);
        runs = List.copyOf(runs);
    }
}
