package org.busbar.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerConsumer;
import org.slf4j.event.Level;

/**
 * Answers the thirty-odd methods of an OSGi logger with the SLF4J method of the same name.
 *
 * @param logger where the texts go
 */
record ServiceLogger(org.slf4j.Logger logger) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Exception {
        Object[] arguments = given == null ? new Object[0] : given;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method.getName(), arguments);
        }
        if (method.getName().equals("getName")) {
            return logger.getName();
        }
        Level level = level(method.getName());
        boolean enabled = logger.isEnabledForLevel(level);
        if (method.getReturnType() == boolean.class) {
            return enabled;
        }
        if (enabled) {
            log((Logger) proxy, level, arguments);
        }
        return null;
    }

    private Object ofObject(Object proxy, String name, Object... arguments) {
        return switch (name) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Logger " + logger.getName();
        };
    }

    /** "warn", "isWarnEnabled": both have the level in their name; "audit" must always be seen. */
    private static Level level(String method) {
        String name = method.replaceAll("^is|Enabled$", "").toUpperCase(Locale.ROOT);
        return name.equals("AUDIT") ? Level.ERROR : Level.valueOf(name);
    }

    private void log(Logger proxy, Level level, Object... arguments) throws Exception {
        if (arguments[0] instanceof LoggerConsumer<?> consumer) {
            consumer.accept(proxy);
            return;
        }
        Object[] values = values(arguments);
        String text = String.valueOf(arguments[0]);
        if (proxy instanceof FormatterLogger) {
            logger.atLevel(level).setCause(fault(values)).log(values.length == 0 ? text : String.format(text, values));
        } else {
            logger.atLevel(level).log(text, values); // SLF4J takes a last Throwable as the cause by itself
        }
    }

    /** The values after the text, whether they came one by one or as an array. */
    private static Object[] values(Object... arguments) {
        if (arguments.length == 2 && arguments[1] instanceof Object[] array) {
            return array;
        }
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static @Nullable Throwable fault(Object... values) {
        return values.length > 0 && values[values.length - 1] instanceof Throwable fault ? fault : null;
    }
}
