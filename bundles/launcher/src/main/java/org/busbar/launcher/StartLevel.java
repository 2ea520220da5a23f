package org.busbar.launcher;

import java.util.Comparator;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The order in which bundles start; the framework stops them the other way round. */
final class StartLevel {

    /** The level of what other levels need. */
    static final int PLATFORM = 2;

    /** HTTP, which shows what is there, and so comes after it. */
    static final int HTTP = 3;

    /** The plug-ins of the distribution. */
    static final int PLUGINS = 4;

    /** FileInstall with what it finds in the lab folder; the level of the running framework. */
    static final int HIGHEST = 5;

    /** Lower levels first; within a level the component runtime first, then by name. */
    static final Comparator<Bundle> ORDER = Comparator.comparingInt(StartLevel::of)
            .thenComparing(bundle -> !bundle.getSymbolicName().equals("org.apache.felix.scr"))
            .thenComparing(Bundle::getSymbolicName);

    private static final Set<String> OF_HTTP = Set.of("org.apache.felix.http.jetty12", "org.busbar.rest");

    private StartLevel() {}

    /** The level for a bundle of the distribution's {@code bundle} folder. */
    static int forPlatform(String symbolicName) {
        if (symbolicName.equals("org.apache.felix.fileinstall")) {
            return HIGHEST;
        }
        return OF_HTTP.contains(symbolicName) ? HTTP : PLATFORM;
    }

    /** The level a bundle has. */
    static int of(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }
}
