package org.busbar.launcher;

import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Says that HTTP listens, as the HTTP service would, without listening. */
@SuppressWarnings("JdkObsolete") // the framework asks for a Dictionary
public class FakeHttp implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.endpoint", new String[] {"http://127.0.0.1:4711/"});
        context.registerService(Runnable.class, () -> {}, properties);
    }

    @Override
    public void stop(BundleContext context) {
        System.setProperty("fake.http.stopped", "yes");
    }
}
