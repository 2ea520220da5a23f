package org.busbar.launcher;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Says for people why a bundle cannot start. */
final class BundleFault {

    /** The framework's text: "missing requirement [name [7](R 7.0)] osgi.wiring.package; (filter)". */
    private static final Pattern MISSING = Pattern.compile(
            "missing requirement \\[(\\S+) \\[\\d+\\]\\(R [^)]*\\)\\] ([\\w.]+); (\\(.*?\\))(?= |$|\\])");

    private BundleFault() {}

    /** Names the bundle, and what it lacks or what it threw. */
    static String sentence(Bundle bundle, BundleException fault) {
        String name = bundle.getSymbolicName() + " " + bundle.getVersion();
        return MISSING.matcher(String.valueOf(fault.getMessage()))
                .results()
                .reduce((outer, inner) -> inner) // the last one is the cause of those before it
                .map(missing -> missing(name, bundle, missing))
                .orElseGet(() -> "Bundle " + name + " cannot start: " + root(fault) + ".");
    }

    private static String missing(String name, Bundle bundle, MatchResult missing) {
        String owner =
                missing.group(1).equals(bundle.getSymbolicName()) ? "it" : missing.group(1) + ", which it needs,";
        return "Bundle " + name + " cannot start: " + owner + " requires " + missing.group(2) + " " + missing.group(3)
                + ", which no installed bundle provides; add the jar that does, or install the distribution anew.";
    }

    private static Throwable root(Throwable fault) {
        Throwable cause = fault.getCause();
        return cause == null ? fault : root(cause);
    }
}
