package org.busbar.security;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.Role;
import org.busbar.api.security.Users;
import org.busbar.security.TimelyRequest.Pace;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the lab's security before the bundle counts as started, so that a damaged file keeps the server from starting,
 * and not merely a component from being there.
 *
 * <p>Reads the framework properties {@code busbar.lab}, the folder of the lab, and {@code busbar.security}: with the value
 * {@code insecure-local} programs of this machine are served without being asked who they are. What must not get into the
 * log is told to a {@code Consumer<String>} with the service property {@code busbar.console}.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
@RequireHttpWhiteboard
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='org.busbar.api.security.Doorkeeper'",
        uses = Doorkeeper.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='org.busbar.api.security.Users'",
        uses = Users.class)
public final class Activator implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);
    private static final Pace PACE = new Pace(Duration.ofSeconds(30), 1000);
    private static final String INSECURE = "insecure-local";

    private @Nullable Keep keep;
    private @Nullable OpenServlets open;

    @Override
    public void start(BundleContext context) throws BundleException {
        boolean insecure = INSECURE.equals(context.getProperty("busbar.security"));
        Keep made = open(context);
        keep = made;
        if (!insecure) {
            made.welcome();
        }
        Entrance entrance = insecure ? new Entrance.Local(anybody()) : new Entrance.Guarded(made);
        register(context, made, entrance);
    }

    @Override
    public void stop(BundleContext context) {
        if (open != null) {
            open.close();
        }
        if (keep != null) {
            keep.close();
        }
    }

    /** What is wrong is told as one sentence: of a chain of causes the launcher would tell the last one alone. */
    private static Keep open(BundleContext context) throws BundleException {
        try {
            return new Keep(lab(context), Clock.systemUTC(), text -> say(context, text));
        } catch (IllegalStateException e) {
            LOG.debug("The security of the lab cannot be opened", e);
            throw new BundleException(e.getMessage(), BundleException.ACTIVATOR_ERROR);
        }
    }

    private void register(BundleContext context, Keep made, Entrance entrance) {
        OpenServlets asking = new OpenServlets(context);
        open = asking;
        context.registerService(Filter.class, new SecurityFilter(entrance, asking::has, made.audit, PACE), filter());
        context.registerService(Servlet.class, new LoginServlet(made), servlet());
        context.registerService(Doorkeeper.class, made.doorkeeper, none());
        context.registerService(Users.class, made.users, none());
    }

    private static Path lab(BundleContext context) {
        String lab = context.getProperty("busbar.lab");
        if (lab == null) {
            throw new IllegalStateException("The framework property busbar.lab does not name the folder of the lab");
        }
        return Path.of(lab);
    }

    private static Caller anybody() {
        return new Caller("local", Set.of(Role.ADMIN), Set.of());
    }

    private static Dictionary<String, Object> filter() {
        return dictionary(Map.of(
                "osgi.http.whiteboard.filter.pattern",
                "/*",
                "osgi.http.whiteboard.filter.asyncSupported",
                true,
                "osgi.http.whiteboard.filter.name",
                "security",
                "osgi.http.whiteboard.context.select",
                "(osgi.http.whiteboard.context.name=*)",
                Constants.SERVICE_RANKING,
                Integer.MAX_VALUE));
    }

    private static Dictionary<String, Object> servlet() {
        return dictionary(Map.of(
                "osgi.http.whiteboard.servlet.pattern",
                new String[] {"/login", "/logout"},
                "osgi.http.whiteboard.servlet.name",
                "login"));
    }

    private static Dictionary<String, Object> none() {
        return dictionary(Map.of());
    }

    @SuppressWarnings("JdkObsolete") // the framework asks for a Dictionary
    private static Dictionary<String, Object> dictionary(Map<String, Object> properties) {
        return new Hashtable<>(properties);
    }

    @SuppressWarnings("rawtypes")
    private static void say(BundleContext context, String text) {
        try {
            Collection<ServiceReference<Consumer>> consoles =
                    context.getServiceReferences(Consumer.class, "(busbar.console=*)");
            if (consoles.isEmpty()) {
                LOG.warn(
                        "There is no console to say a password on; reset it from a server that was started in a terminal");
            }
            consoles.forEach(console -> say(context, console, text));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void say(BundleContext context, ServiceReference<Consumer> console, String text) {
        Consumer<String> consumer = context.getService(console);
        if (consumer != null) {
            consumer.accept(text);
            context.ungetService(console);
        }
    }
}
