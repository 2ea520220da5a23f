package org.busbar.launcher;

import java.nio.file.Path;
import java.util.Map;

/** Opens to the whole-system tests what the launcher starts a server with, so that they start theirs alike. */
public final class LauncherSettings {

    /** The start level of the plug-ins of the distribution. */
    public static final int PLUGINS = StartLevel.PLUGINS;

    /** The start level of the running framework. */
    public static final int HIGHEST = StartLevel.HIGHEST;

    private LauncherSettings() {}

    /** The framework properties of a server, with HTTP on any free port. */
    public static Map<String, Object> of(Path home, Path lab) {
        return Settings.of(home, new LabFolder(lab), 0);
    }

    /** The start level of a bundle of the platform. */
    public static int level(String symbolicName) {
        return StartLevel.forPlatform(symbolicName);
    }
}
