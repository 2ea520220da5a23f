package org.busbar.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The framework properties, which every bundle can read from its context. */
final class Settings {

    /** A client that is silent for so long in the middle of a request is cut off. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What the class path of the launcher gives to bundles; some still ask for SLF4J 1. */
    private static final String LOGGING = String.join(
            ",",
            "org.osgi.service.log;version=1.5.0",
            packages("2.0.20", "org.slf4j", "org.slf4j.spi", "org.slf4j.event", "org.slf4j.helpers"),
            packages("1.7.36", "org.slf4j", "org.slf4j.spi", "org.slf4j.helpers"));

    private Settings() {}

    /** @param console whether the framework's own shell is to be on this terminal; it listens nowhere else */
    static Map<String, Object> of(Path home, LabFolder lab, Listener listener, boolean console) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("busbar.home", home.toString());
        settings.put("busbar.lab", lab.path().toString());
        settings.putAll(framework(lab));
        settings.putAll(http(listener));
        listener.tls().ifPresent(tls -> settings.putAll(https(listener.port(), tls)));
        if (listener.insecureLocal()) {
            settings.put("busbar.security", "insecure-local");
        }
        settings.putAll(fileInstall(lab));
        // without --noshutdown Gogo stops the framework at the end of stdin
        settings.put("gosh.args", console ? "--noshutdown" : "--noshutdown --nointeractive");
        return settings;
    }

    private static Map<String, Object> framework(LabFolder lab) {
        return Map.of(
                "org.osgi.framework.storage",
                lab.data().resolve("cache").toString(),
                "org.osgi.framework.storage.clean",
                "onFirstInit",
                "org.osgi.framework.startlevel.beginning",
                String.valueOf(StartLevel.HIGHEST),
                "org.osgi.framework.system.packages.extra",
                LOGGING,
                "org.osgi.framework.bsnversion",
                "multiple", // a plug-in is prepared beside the one it replaces, also under the same version
                "felix.log.level",
                "2",
                "ds.loglevel",
                "2");
    }

    /** The header size is that of HELAO's clients, who put a whole experiment into the request line. */
    private static Map<String, Object> http(Listener listener) {
        return Map.of(
                "org.osgi.service.http.port",
                String.valueOf(listener.port()),
                "org.apache.felix.http.host",
                listener.host(),
                "org.apache.felix.http.timeout",
                String.valueOf(IDLE.toMillis()),
                "org.apache.felix.http.jetty.headerBufferSize",
                String.valueOf(128 * 1024));
    }

    /** In place of plain HTTP, not beside it. */
    private static Map<String, Object> https(int port, Tls tls) {
        return Map.of(
                "org.apache.felix.http.enable", "false",
                "org.apache.felix.https.enable", "true",
                "org.osgi.service.http.port.secure", String.valueOf(port),
                "org.apache.felix.https.keystore", tls.keystore().toString(),
                "org.apache.felix.https.keystore.password", tls.password(),
                "org.apache.felix.https.keystore.key.password", tls.password());
    }

    /** The two refresh scopes keep a dropped plug-in from refreshing the platform, which deadlocks FileInstall. */
    private static Map<String, Object> fileInstall(LabFolder lab) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("dir", lab.watched());
        settings.put("tmpdir", lab.tmp().resolve("fileinstall").toString());
        settings.put("poll", "100");
        settings.put("noInitialDelay", "true");
        settings.put("subdir.mode", "skip");
        settings.put("log.level", "2");
        settings.put("log.default", "jul");
        settings.put("bundles.new.start", "true");
        settings.put("bundles.startTransient", "true");
        settings.put("bundles.updateWithListeners", "true");
        settings.put("active.level", String.valueOf(StartLevel.HIGHEST));
        settings.put("optionalImportRefreshScope", "managed");
        settings.put("fragmentRefreshScope", "managed");
        settings.put("enableConfigSave", "false");
        settings.put("configEncoding", "UTF-8");
        Map<String, Object> prefixed = new LinkedHashMap<>();
        settings.forEach((name, value) -> prefixed.put("felix.fileinstall." + name, value));
        return prefixed;
    }

    private static String packages(String version, String... names) {
        return Stream.of(names).map(name -> name + ";version=" + version).collect(Collectors.joining(","));
    }
}
