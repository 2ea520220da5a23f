package org.busbar.launcher;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Cannot start. */
public class Broken implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the tank is empty");
    }

    @Override
    public void stop(BundleContext context) {}
}
