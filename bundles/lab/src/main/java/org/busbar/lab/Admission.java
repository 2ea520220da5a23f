package org.busbar.lab;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Says why a jar is not even tried. */
record Admission(SignatureRule rule, PluginList list) {

    /** Why it is not, wherever it came from; empty if it is. */
    Optional<String> refusal(PluginJar jar) {
        Bundle current = list.current(jar.bundle());
        if (current != null && !list.isPlugin(current)) {
            return Optional.of("it has the name of a part of the platform, which only an upgrade of Busbar exchanges");
        }
        return rule.refusal(jar.signature());
    }

    /** Why it is not put to work by a person; empty if it is. */
    Optional<String> refusalToInstall(PluginJar jar) {
        return refusal(jar).or(() -> downgrade(jar, list.current(jar.bundle())));
    }

    private static Optional<String> downgrade(PluginJar jar, @Nullable Bundle current) {
        return current != null && PluginTarget.isOlder(jar.version(), current.getVersion())
                ? Optional.of("version " + current.getVersion()
                        + " is at work, which is newer; go back with: busbar plugin rollback " + jar.bundle()
                        + ", or remove it first")
                : Optional.empty();
    }
}
