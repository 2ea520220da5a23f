package org.busbar.lab;

import org.osgi.framework.Version;

/**
 * What may be put to work: a jar that is kept, or what came with Busbar.
 *
 * @param bundle its symbolic name
 * @param sha256 of the jar
 * @param location what the framework installs it from
 */
record PluginTarget(String bundle, Version version, String sha256, String location) {

    private static final String UNFINISHED = "SNAPSHOT";

    /**
     * Whether one version comes before another. Those of one number are told apart by what follows it; one that ends in
     * SNAPSHOT is not finished and comes before all others of that number.
     */
    static boolean isOlder(Version one, Version other) {
        return compare(one, other) < 0;
    }

    /** The order of {@link #isOlder}. */
    static int compare(Version one, Version other) {
        int number = number(one).compareTo(number(other));
        if (number != 0 || isUnfinished(one) == isUnfinished(other)) {
            return number == 0 ? one.compareTo(other) : number;
        }
        return isUnfinished(one) ? -1 : 1;
    }

    private static Version number(Version version) {
        return new Version(version.getMajor(), version.getMinor(), version.getMicro());
    }

    private static boolean isUnfinished(Version version) {
        return version.getQualifier().endsWith(UNFINISHED);
    }

    @Override
    public String toString() {
        return bundle + " " + version;
    }
}
