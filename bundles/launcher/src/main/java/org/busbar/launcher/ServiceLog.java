package org.busbar.launcher;

import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The OSGi log service over SLF4J. Without it the component runtime would tell the console, and not the log file, why a
 * driver could not be activated.
 */
@SuppressWarnings("deprecation") // half of the interface is
final class ServiceLog implements LogService {

    @Override
    public Logger getLogger(String name) {
        return getLogger(name, Logger.class);
    }

    @Override
    public Logger getLogger(Class<?> type) {
        return getLogger(type.getName());
    }

    @Override
    public <L extends Logger> L getLogger(Class<?> type, Class<L> kind) {
        return getLogger(type.getName(), kind);
    }

    @Override
    public <L extends Logger> L getLogger(Bundle bundle, String name, Class<L> kind) {
        return getLogger(name, kind);
    }

    @Override
    public <L extends Logger> L getLogger(String name, Class<L> kind) {
        Class<?>[] types = {kind};
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), types, new ServiceLogger(LoggerFactory.getLogger(name))));
    }

    @Override
    public void log(int level, String text) {
        LoggerFactory.getLogger(LogService.class).atLevel(level(level)).log(text);
    }

    @Override
    public void log(int level, String text, Throwable fault) {
        LoggerFactory.getLogger(LogService.class)
                .atLevel(level(level))
                .setCause(fault)
                .log(text);
    }

    @Override
    public void log(ServiceReference<?> service, int level, String text) {
        log(level, service + ": " + text);
    }

    @Override
    public void log(ServiceReference<?> service, int level, String text, Throwable fault) {
        log(level, service + ": " + text, fault);
    }

    private static Level level(int level) {
        return switch (level) {
            case LOG_ERROR -> Level.ERROR;
            case LOG_WARNING -> Level.WARN;
            case LOG_INFO -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}
