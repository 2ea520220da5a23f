package org.busbar.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings of a plug-in as the framework would give them, for tests: {@code Settings.of(Pump.Config.class, Map.of(...))}. */
public final class Settings {

    private Settings() {}

    /**
     * Settings with these values, and for all others the defaults of the annotation.
     *
     * @param ocd the annotation that a component is configured by
     * @param given by the names of the methods, such as {@code lab_id}, or of the settings, such as {@code lab.id}; whole
     *     numbers do for decimal ones, and one value or a collection for an array
     * @throws IllegalArgumentException if a setting is unknown, of another type, or has no default and is missing
     */
    public static <C> C of(Class<C> ocd, Map<String, ?> given) {
        Map<String, Object> left = new TreeMap<>(given);
        Map<String, Object> values = new TreeMap<>();
        for (Method setting : ocd.getDeclaredMethods()) {
            Object value = taken(left, setting);
            values.put(setting.getName(), value == null ? byDefault(setting) : fitted(setting, value));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no setting " + left.keySet() + " in " + ocd.getName() + ", only " + values.keySet());
        }
        return ocd.cast(Proxy.newProxyInstance(ocd.getClassLoader(), new Class<?>[] {ocd}, handler(ocd, values)));
    }

    private static @Nullable Object taken(Map<String, Object> left, Method setting) {
        Object value = left.remove(setting.getName());
        return value == null ? left.remove(Declared.setting(setting.getName())) : value;
    }

    private static Object byDefault(Method setting) {
        Object value = setting.getDefaultValue();
        if (value == null) {
            throw new IllegalArgumentException("The setting " + setting.getName() + " of "
                    + setting.getDeclaringClass().getName() + " has no default: give it a value");
        }
        return value;
    }

    private static Object fitted(Method setting, Object value) {
        Class<?> type = setting.getReturnType();
        if (!type.isArray() || type.isInstance(value)) {
            return one(setting, type, value);
        }
        List<?> several = value instanceof Collection<?> all ? List.copyOf(all) : List.of(value);
        Object array = Array.newInstance(type.getComponentType(), several.size());
        for (int i = 0; i < several.size(); i++) {
            Array.set(array, i, one(setting, type.getComponentType(), several.get(i)));
        }
        return array;
    }

    private static Object one(Method setting, Class<?> type, Object value) {
        try {
            Object box = Array.newInstance(type, 1); // widens numbers as an assignment does
            Array.set(box, 0, value);
            return Objects.requireNonNull(Array.get(box, 0));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The setting " + setting.getName() + " is of the type " + type.getSimpleName() + ", not "
                            + value.getClass().getSimpleName() + ": " + value,
                    e);
        }
    }

    private static InvocationHandler handler(Class<?> ocd, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("annotationType", ocd);
        all.put("toString", ocd.getSimpleName() + values);
        all.put("hashCode", values.hashCode());
        return (proxy, method, arguments) ->
                method.getName().equals("equals") ? proxy == arguments[0] : all.get(method.getName());
    }
}
