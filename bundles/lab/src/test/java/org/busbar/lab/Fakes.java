package org.busbar.lab;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

/** Stands in for parts of the framework; whatever a test did not foresee fails. */
final class Fakes {

    private Fakes() {}

    /** An instance that has these methods. */
    static <T> T proxy(Class<T> type, Map<String, InvocationHandler> methods) {
        InvocationHandler handler = (self, method, arguments) -> {
            InvocationHandler known = methods.get(method.getName());
            if (known == null) {
                throw new AssertionError(type.getSimpleName() + "." + method.getName() + " was not foreseen");
            }
            return known.invoke(self, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A framework with these bundles. */
    static BundleContext context(Bundle... bundles) {
        return proxy(BundleContext.class, Map.of("getBundles", (self, method, arguments) -> bundles));
    }

    /** A bundle that exports one package. */
    static Bundle exporting(String name, String version) {
        BundleCapability capability = proxy(
                BundleCapability.class,
                Map.of(
                        "getAttributes",
                        (self, method, arguments) -> Map.of(
                                PackageNamespace.PACKAGE_NAMESPACE, name, "version", Version.parseVersion(version))));
        BundleWiring wiring =
                proxy(BundleWiring.class, Map.of("getCapabilities", (self, method, arguments) -> List.of(capability)));
        return proxy(Bundle.class, Map.of("adapt", (self, method, arguments) -> wiring));
    }

    /** A bundle that is not resolved. */
    static Bundle unresolved() {
        return proxy(Bundle.class, Map.of("adapt", (self, method, arguments) -> null));
    }

    /** What a driver declares: attributes, those without a default being required. */
    static ObjectClassDefinition declared(Attribute... attributes) {
        return proxy(
                ObjectClassDefinition.class,
                Map.of(
                        "getAttributeDefinitions",
                        (self, method, arguments) -> attributes(attributes, (int) arguments[0])));
    }

    private static AttributeDefinition[] attributes(Attribute[] attributes, int filter) {
        AttributeDefinition[] found = java.util.Arrays.stream(attributes)
                .filter(one -> filter == ObjectClassDefinition.ALL
                        || one.required() == (filter == ObjectClassDefinition.REQUIRED))
                .toArray(AttributeDefinition[]::new);
        return found.length == 0 ? null : found; // as the specification has it
    }

    /** An attribute as the metatype service gives it. */
    record Attribute(String id, int type, int cardinality, boolean required, String[] preset, double min, double max)
            implements AttributeDefinition {

        static Attribute of(String id, int type) {
            return new Attribute(id, type, 0, true, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        Attribute optional(String... values) {
            return new Attribute(id, type, cardinality, required, values, min, max);
        }

        Attribute many() {
            return new Attribute(id, type, Integer.MAX_VALUE, required, preset, min, max);
        }

        Attribute within(double least, double most) {
            return new Attribute(id, type, cardinality, required, preset, least, most);
        }

        @Override
        public String getName() {
            return id;
        }

        @Override
        public String getID() {
            return id;
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public int getCardinality() {
            return cardinality;
        }

        @Override
        public int getType() {
            return type;
        }

        @Override
        public String[] getOptionValues() {
            return null;
        }

        @Override
        public String[] getOptionLabels() {
            return null;
        }

        @Override
        public String[] getDefaultValue() {
            return preset;
        }

        @Override
        public String validate(String value) {
            boolean limited = Double.isFinite(min) || Double.isFinite(max);
            return limited && (Double.parseDouble(value) < min || Double.parseDouble(value) > max)
                    ? "Value is not within " + min + " to " + max
                    : "";
        }
    }
}
