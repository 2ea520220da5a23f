package org.busbar.distribution.tests.activator;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Throws when its bundle is started. */
public final class Thrower implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no display in this lab");
    }

    @Override
    public void stop(BundleContext context) {
        // nothing was begun
    }
}
