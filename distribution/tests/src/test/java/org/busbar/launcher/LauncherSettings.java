package org.busbar.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.Felix;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.service.log.LogService;

/** Opens to the whole-system tests what the launcher starts a server with, so that they start theirs alike. */
public final class LauncherSettings {

    /** The start level of the plug-ins of the distribution. */
    public static final int PLUGINS = StartLevel.PLUGINS;

    /** The start level of the running framework. */
    public static final int HIGHEST = StartLevel.HIGHEST;

    private LauncherSettings() {}

    /** The framework properties of a server that asks no program of this machine who it is, with HTTP on any free port. */
    public static Map<String, Object> of(Path home, Path lab) {
        Listener listener = new Listener(Listener.LOOPBACK, 0, true, Optional.empty());
        return Settings.of(home, new LabFolder(lab), listener, false);
    }

    /** A framework that logs where the launcher's does; bundles that find no log would write to standard output. */
    public static Framework framework(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("felix.log.logger", new FrameworkLog());
        all.put("felix.systembundle.activators", List.of(new Log()));
        return new Felix(all);
    }

    /** Begins the log before any bundle is there. */
    private static final class Log implements BundleActivator {

        @Override
        public void start(BundleContext context) {
            context.registerService(LogService.class, new ServiceLog(), null);
        }

        @Override
        public void stop(BundleContext context) {
            // the framework withdraws it
        }
    }

    /** The start level of a bundle of the platform. */
    public static int level(String symbolicName) {
        return StartLevel.forPlatform(symbolicName);
    }
}
