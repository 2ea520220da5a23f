package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The manifest is the architecture: who exports and who imports what. */
class ManifestTest {

    private static final String API = "org.busbar.api";
    private static final Set<String> KINDS = Set.of("drivers", "analyses", "optimizers", "ontology");

    private static Set<String> imports(Path jar) {
        return Distribution.packages(jar, "Import-Package");
    }

    private static Set<String> exports(Path jar) {
        return Distribution.packages(jar, "Export-Package");
    }

    private static boolean isApi(String name) {
        return name.equals(API) || name.startsWith(API + ".");
    }

    private static List<Path> plugins() {
        List<Path> plugins = Distribution.jars("plugins");
        assertFalse(plugins.isEmpty(), "the distribution has no plug-ins");
        return plugins;
    }

    @Test
    void the_api_needs_nothing_but_itself() {
        Path api = Distribution.jar(API);
        assertTrue(exports(api).stream().allMatch(ManifestTest::isApi)
                && !exports(api).isEmpty());
        assertTrue(exports(api).containsAll(imports(api)), imports(api)::toString);
    }

    @Test
    void only_the_api_exports_packages_of_ours() {
        List<Path> ours = Distribution.ours();
        assertTrue(ours.size() >= 14, ours::toString);
        for (Path jar : ours) {
            if (!Distribution.symbolicName(jar).equals(API)) {
                Set<String> exported = new HashSet<>(exports(jar));
                exported.removeIf(name -> !name.startsWith("org.busbar."));
                assertEquals(Set.of(), exported, jar::toString);
            }
        }
    }

    @Test
    void plugins_need_the_api_and_their_own_libraries_only() {
        Set<String> libraries = new HashSet<>();
        plugins().forEach(jar -> libraries.addAll(exports(jar)));
        for (Path jar : plugins()) {
            Set<String> foreign = new TreeSet<>(imports(jar));
            foreign.removeIf(name -> isApi(name) || libraries.contains(name) || isOptional(jar, name));
            foreign.remove("org.slf4j");
            assertEquals(Set.of(), foreign, jar::toString);
            assertFalse(imports(jar).stream().anyMatch(name -> name.startsWith("org.busbar.") && !isApi(name)));
        }
    }

    private static boolean isOptional(Path jar, String name) {
        String header = Distribution.header(jar, "Import-Package");
        return header.matches(".*(^|,)" + name.replace(".", "\\.") + ";[^,]*resolution:=optional.*");
    }

    @Test
    void the_platform_needs_no_plugin() {
        Set<String> libraries = new HashSet<>();
        plugins().forEach(jar -> libraries.addAll(exports(jar)));
        for (Path jar : Distribution.jars("bundle")) {
            assertFalse(imports(jar).stream().anyMatch(libraries::contains), jar::toString);
        }
    }

    @Test
    void names_say_where_things_lie() {
        for (Path jar : plugins()) {
            String[] name = Distribution.symbolicName(jar).split("\\.");
            assertTrue(name.length == 4 && KINDS.contains(name[2]), jar::toString);
            Set<String> own = Distribution.packages(jar, "Private-Package");
            own.removeIf(one -> !one.startsWith("org.busbar."));
            if (name[2].equals("analyses")) { // libraries, decisions 21 and 26
                own.removeIf(one -> one.matches("org\\.busbar\\.analyses\\.(impedance|files|tables)(\\..*)?")
                        || one.startsWith("org.busbar.optimizers.search."));
            }
            if (name[2].equals("optimizers")) {
                own.removeIf(one -> one.startsWith("org.busbar.optimizers.search.")); // a library, decision 21
            }
            if (name[2].equals("drivers")) {
                own.removeIf(one -> one.startsWith("org.busbar.drivers.described")); // a library, decision 24
            }
            String base = Distribution.symbolicName(jar).replace("-", "");
            assertTrue(own.stream().allMatch(one -> one.equals(base) || one.startsWith(base + ".")), own::toString);
        }
    }
}
