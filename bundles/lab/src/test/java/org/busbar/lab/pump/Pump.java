package org.busbar.lab.pump;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle with devices, as its manifest says: {@code Test-Devices} names them, {@code Test-Fault} is what the self-test
 * of each throws, {@code Test-Start} what the start of the bundle does.
 */
public final class Pump implements BundleActivator {

    private record One(String fault) implements Device {
        @Override
        public List<Action> actions() {
            return List.of(Action.action("dose").does(in -> Values.none()));
        }

        @Override
        public void selfTest() throws DeviceException {
            if (fault != null) {
                throw new DeviceException(Detail.OFFLINE, fault);
            }
        }
    }

    @Override
    public void start(BundleContext context) {
        String start = header(context, "Test-Start");
        if (start != null) {
            throw new IllegalStateException(start);
        }
        for (String id : header(context, "Test-Devices").split(",")) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("lab.id", id);
            context.registerService(Device.class, new One(header(context, "Test-Fault")), properties);
        }
    }

    private static String header(BundleContext context, String name) {
        return context.getBundle().getHeaders().get(name);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the services back
    }
}
