package org.busbar.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** Says in one sentence why a bundle cannot be resolved or started. */
final class Diagnosis {

    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([\\w.]+)\\)");
    private static final Pattern LEAST = Pattern.compile("\\(version>=([\\w.]+)\\)");
    private static final Pattern JAVA = Pattern.compile("\\(osgi\\.ee=JavaSE\\)\\(version=([\\d.]+)\\)");

    private final BundleContext context;

    Diagnosis(BundleContext context) {
        this.context = context;
    }

    String of(BundleException fault) {
        String said = String.valueOf(fault.getMessage());
        if (fault.getType() == BundleException.ACTIVATOR_ERROR) {
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            return "it threw when it was started: " + cause;
        }
        Matcher java = JAVA.matcher(said);
        if (java.find()) {
            return "it needs Java " + java.group(1) + " and this is Java "
                    + Runtime.version().feature() + ": start Busbar with a newer Java or take an older version";
        }
        Matcher wanted = PACKAGE.matcher(said);
        return wanted.find() ? missing(wanted.group(1), said) : "it cannot be used: " + said;
    }

    private String missing(String name, String said) {
        Matcher least = LEAST.matcher(said);
        String version = least.find() ? "version " + least.group(1) : "any version";
        String here = exported(name);
        if (here.isEmpty()) {
            return "it needs the package " + name + " in " + version
                    + " and no bundle brings it: drop the bundle that does";
        }
        return "it needs the package " + name + " in " + version + " and this Busbar has " + here
                + (name.startsWith("org.busbar.api")
                        ? ": take a version of the plug-in that was built for this Busbar, or the Busbar it was built for"
                        : ": drop a bundle that brings the wanted version");
    }

    /** The version in which a package is at hand; empty if it is not. */
    private String exported(String name) {
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                for (BundleCapability capability : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                    if (name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                        return String.valueOf(capability.getAttributes().get("version"));
                    }
                }
            }
        }
        return "";
    }
}
