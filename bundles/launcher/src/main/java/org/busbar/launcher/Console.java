package org.busbar.launcher;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** Where bundles say what a person has to read now and no log may keep, such as a first password. */
final class Console {

    private Console() {}

    /** Makes it a service, a {@code Consumer<String>} with the property {@code busbar.console}. */
    @SuppressWarnings("JdkObsolete") // the framework asks for a Dictionary
    static void register(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("busbar.console", true);
        Consumer<String> console = System.out::println;
        context.registerService(Consumer.class, console, properties);
    }
}
