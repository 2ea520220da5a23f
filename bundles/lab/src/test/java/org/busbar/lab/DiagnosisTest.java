package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class DiagnosisTest {

    private static BundleException unresolved(String requirement) {
        return new BundleException(
                "Unable to resolve org.x.pump [7](R 7.0): missing requirement [org.x.pump [7](R 7.0)] " + requirement
                        + " Unresolved requirements: [[org.x.pump [7](R 7.0)] " + requirement + "]",
                BundleException.RESOLVE_ERROR);
    }

    private static BundleException lacking(String name, String range) {
        return unresolved("osgi.wiring.package; (&(osgi.wiring.package=" + name + ")" + range + ")");
    }

    private static String of(BundleException fault, Bundle... bundles) {
        return new Diagnosis(Fakes.context(bundles)).of(fault);
    }

    @Test
    void a_newer_api_is_told_with_the_one_at_hand() {
        assertEquals(
                "it needs the package org.busbar.api.device in version 2.0.0 and this Busbar has 1.0.0: take a version"
                        + " of the plug-in that was built for this Busbar, or the Busbar it was built for",
                of(
                        lacking("org.busbar.api.device", "(version>=2.0.0)(!(version>=3.0.0))"),
                        Fakes.unresolved(),
                        Fakes.exporting("org.busbar.api", "1.5.0"),
                        Fakes.exporting("org.busbar.api.device", "1.0.0")));
    }

    @Test
    void a_package_nobody_brings_is_told() {
        assertEquals(
                "it needs the package com.fazecast.jSerialComm in version 2.10.0 and no bundle brings it: drop the"
                        + " bundle that does",
                of(lacking("com.fazecast.jSerialComm", "(version>=2.10.0)"), Fakes.unresolved()));
        assertEquals(
                "it needs the package org.y in any version and no bundle brings it: drop the bundle that does",
                of(unresolved("osgi.wiring.package; (osgi.wiring.package=org.y)")));
    }

    @Test
    void a_package_in_another_version_is_told() {
        assertEquals(
                "it needs the package org.y in version 2.0.0 and this Busbar has 1.9.0: drop a bundle that brings the"
                        + " wanted version",
                of(lacking("org.y", "(version>=2.0.0)"), Fakes.exporting("org.y", "1.9.0")));
    }

    @Test
    void a_newer_java_is_told() {
        assertEquals(
                "it needs Java 99 and this is Java " + Runtime.version().feature()
                        + ": start Busbar with a newer Java or take an older version",
                of(unresolved("osgi.ee; (&(osgi.ee=JavaSE)(version=99))")));
    }

    @Test
    void what_an_activator_throws_is_told() {
        Exception cause = new IllegalStateException("no port");
        assertEquals(
                "it threw when it was started: java.lang.IllegalStateException: no port",
                of(new BundleException("Activator start error", BundleException.ACTIVATOR_ERROR, cause)));
        assertEquals(
                "it threw when it was started: org.osgi.framework.BundleException: Activator start error",
                of(new BundleException("Activator start error", BundleException.ACTIVATOR_ERROR)));
    }

    @Test
    void anything_else_is_told_as_it_is() {
        assertEquals(
                "it cannot be used: Bundle symbolic name and version are not unique: org.x.pump:1.0.0",
                of(new BundleException(
                        "Bundle symbolic name and version are not unique: org.x.pump:1.0.0",
                        BundleException.DUPLICATE_BUNDLE_ERROR)));
        assertEquals("it cannot be used: null", of(new BundleException(null)));
    }
}
