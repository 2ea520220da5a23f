package org.busbar.security;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletMapping;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The servlets that ask for themselves who somebody is: those with the service property {@code busbar.open=true}. They
 * are recognised by the name under which the whiteboard knows them, so they should have one of their own.
 */
final class OpenServlets implements AutoCloseable {

    private static final String NAME = "osgi.http.whiteboard.servlet.name";

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Tracker tracker;

    OpenServlets(BundleContext context) {
        tracker = new Tracker(context);
        tracker.open();
    }

    boolean has(@Nullable HttpServletMapping mapping) {
        return mapping != null && mapping.getServletName() != null && names.contains(mapping.getServletName());
    }

    @Override
    public void close() {
        tracker.close();
    }

    private final class Tracker extends ServiceTracker<Servlet, String> {

        Tracker(BundleContext context) {
            super(context, filter(), null);
        }

        private static org.osgi.framework.Filter filter() {
            try {
                return FrameworkUtil.createFilter("(&(objectClass=" + Servlet.class.getName() + ")(busbar.open=true))");
            } catch (InvalidSyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable String addingService(ServiceReference<Servlet> reference) {
            String name = name(reference);
            if (name != null) {
                names.add(name);
            }
            return name;
        }

        /** As the whiteboard names it: by the property, or by its class. */
        private @Nullable String name(ServiceReference<Servlet> reference) {
            if (reference.getProperty(NAME) instanceof String given) {
                return given;
            }
            Servlet servlet = context.getService(reference);
            try {
                return servlet == null ? null : servlet.getClass().getName();
            } finally {
                context.ungetService(reference);
            }
        }

        @Override
        public void removedService(ServiceReference<Servlet> reference, String name) {
            names.remove(name);
        }
    }
}
