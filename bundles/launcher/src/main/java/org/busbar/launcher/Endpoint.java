package org.busbar.launcher;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The address at which HTTP listens, as the HTTP service itself registers it: port 0 is known no other way. */
final class Endpoint {

    private static final String PROPERTY = "osgi.http.endpoint";

    private Endpoint() {}

    /**
     * Waits until HTTP listens.
     *
     * @return the address without path, for example {@code http://127.0.0.1:8181}, for programs of this machine
     * @throws Refusal if it does not within the bound
     */
    static String await(BundleContext context, Listener listener, Duration bound)
            throws Refusal, InterruptedException, InvalidSyntaxException {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(
                context, context.createFilter("(" + PROPERTY + "=" + listener.scheme() + ":*)"), null);
        tracker.open();
        try {
            if (tracker.waitForService(bound.toMillis()) == null) {
                throw new Refusal(
                        Refusal.PLATFORM,
                        "HTTP does not listen after " + bound.toSeconds()
                                + " s; see the lines of org.eclipse.jetty and org.apache.felix.http above.");
            }
            return listener.url(port(tracker.getServiceReference(), listener.scheme()));
        } finally {
            tracker.close();
        }
    }

    private static int port(ServiceReference<?> http, String scheme) {
        Object property = http.getProperty(PROPERTY);
        Stream<?> endpoints = property instanceof Object[] several ? Stream.of(several) : Stream.of(property);
        URI endpoint = endpoints
                .map(String::valueOf)
                .filter(text -> text.startsWith(scheme + ":"))
                .map(URI::create)
                .findFirst()
                .orElseThrow();
        return endpoint.getPort();
    }
}
