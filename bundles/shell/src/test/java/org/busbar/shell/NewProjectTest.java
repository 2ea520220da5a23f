package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code busbar new} writes. */
class NewProjectTest {

    private static final List<String> HEADINGS = List.of(
            "## What it does",
            "## Inputs and outputs",
            "## Configuration",
            "## Method",
            "## Limits",
            "## Sources and licence");

    @TempDir
    Path folder;

    private static NewProject project(NewKind kind) {
        return NewProject.of(kind, NewNames.of("my-pump"));
    }

    @ParameterizedTest
    @EnumSource
    void is_at_most_5_files_of_150_lines_in_all(NewKind kind) {
        NewProject project = project(kind);
        assertTrue(project.files().size() <= 5, project.files().keySet()::toString);
        long lines = project.files().values().stream()
                .mapToLong(text -> text.lines().count())
                .sum();
        assertTrue(lines <= 150, lines + " lines");
    }

    @Test
    void a_driver_has_at_most_40_code_lines() {
        String driver = project(NewKind.DRIVER).files().get("src/main/java/org/example/mypump/MyPump.java");
        long lines = driver.substring(driver.indexOf("/**"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/**"))
                .count();
        assertTrue(lines <= 40, lines + " code lines");
    }

    @ParameterizedTest
    @EnumSource
    void has_every_blank_filled_in_and_a_readme_with_the_usual_headings(NewKind kind) {
        NewProject project = project(kind);
        project.files().forEach((path, text) -> {
            assertFalse(text.matches("(?s).*\\$\\{\\w+}.*") || text.contains("#[[") || path.contains("__"), path);
            assertTrue(text.endsWith("\n"), path);
        });
        List<String> headings = project.files()
                .get("README.md")
                .lines()
                .filter(line -> line.startsWith("## "))
                .toList();
        assertEquals(HEADINGS, headings);
    }

    @ParameterizedTest
    @EnumSource
    void compiles_without_a_warning(NewKind kind) throws Exception {
        assertEquals(List.of(), compiled(project(kind).write(folder, "my-pump")));
    }

    @Test
    void is_in_the_package_that_was_named() throws Exception {
        NewProject project = NewProject.of(NewKind.DRIVER, new NewNames("my-pump", "com.acme.pumps"));
        assertTrue(project.files().containsKey("src/test/java/com/acme/pumps/MyPumpTest.java"));
        assertTrue(project.files().get("pom.xml").contains("<groupId>com.acme</groupId>"));
        assertTrue(project.files().get("README.md").contains("com.acme.pumps.MyPump~my-pump-1"));
        assertEquals(List.of(), compiled(project.write(folder, "my-pump")));
    }

    private List<String> compiled(Path project) throws IOException {
        return Javac.compile(project, folder.resolve("classes"));
    }

    /** Their build files may differ in the library that an optimizer brings along, and in nothing else. */
    @ParameterizedTest
    @EnumSource
    void is_built_as_all_others(NewKind kind) {
        List<String> lines = project(kind).files().get("pom.xml").lines().toList();
        List<String> ofDriver =
                project(NewKind.DRIVER).files().get("pom.xml").lines().toList();
        List<String> more = new ArrayList<>(lines);
        more.removeAll(ofDriver);
        assertEquals(kind == NewKind.OPTIMIZER, !more.isEmpty(), more::toString);
        assertTrue(kind == NewKind.OPTIMIZER || lines.equals(ofDriver));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My-Pump", "my_pump", "my pump", "-pump", "pump-", "my--pump", "7pump", "../pump", "ü"})
    void is_not_called_what_cannot_be_called_so(String name) {
        Failure no = assertThrows(Failure.class, () -> NewNames.of(name));
        assertEquals(2, no.exitCode);
        assertTrue(no.getMessage().contains("'" + name + "'") && no.getMessage().contains("my-pump"), no::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "new"})
    void words_of_java_need_a_package_of_another_name(String name) {
        assertTrue(assertThrows(Failure.class, () -> NewNames.of(name))
                .getMessage()
                .contains("--package"));
        assertDoesNotThrow(() -> new NewNames(name, "org.example.another"));
        assertThrows(Failure.class, () -> new NewNames("my-pump", "org.example.my-pump"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"device", "simulator", "string", "config"})
    void a_driver_is_not_called_as_something_that_it_uses(String name) {
        Failure no = assertThrows(Failure.class, () -> NewProject.of(NewKind.DRIVER, NewNames.of(name)));
        assertTrue(no.getMessage().contains("my-" + name), no::getMessage);
    }

    @Test
    void the_version_of_busbar_is_that_of_this_build() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String own = pom.replaceFirst("(?s).*?<parent>.*?<version>(.*?)</version>.*", "$1");
        assertTrue(project(NewKind.ANALYSIS).files().get("pom.xml").contains("<version>" + own + "</version>"), own);
    }
}
