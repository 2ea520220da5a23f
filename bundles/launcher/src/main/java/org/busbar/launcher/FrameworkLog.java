package org.busbar.launcher;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sends what the framework has to say to SLF4J. */
final class FrameworkLog extends Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    protected void doLog(Bundle bundle, ServiceReference service, int level, String text, Throwable fault) {
        doLog(level, bundle == null ? text : bundle + ": " + text, fault);
    }

    @Override
    protected void doLog(int level, String text, Throwable fault) {
        if (fault instanceof BundleException unresolved && unresolved.getType() == BundleException.RESOLVE_ERROR) {
            LOG.atLevel(slf4j(level)).log("{} {}", text, unresolved.getMessage()); // its trace is the framework's own
        } else {
            LOG.atLevel(slf4j(level)).setCause(fault).log(text);
        }
    }

    private static Level slf4j(int level) {
        return switch (level) {
            case LOG_ERROR -> Level.ERROR;
            case LOG_WARNING -> Level.WARN;
            case LOG_INFO -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}
