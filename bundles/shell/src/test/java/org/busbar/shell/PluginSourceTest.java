package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PluginSourceTest {

    private static final String COORDINATE = "org.x:org.x.pump:1.0.0";

    @TempDir
    private Path folder;

    private List<Path> jars(String source, String maven) throws InterruptedException {
        return new PluginSource(new MavenArtifacts(folder.resolve("repository"), maven)).jars(source);
    }

    private List<Path> jars(Path source) throws InterruptedException {
        return jars(source.toString(), "none");
    }

    private String refusal(String source, String maven) {
        return assertThrows(Failure.class, () -> jars(source, maven)).getMessage();
    }

    private Path jar(String name, boolean isBundle, long seconds) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (isBundle) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.x." + name.replaceAll("\\W", ""));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        Files.setLastModifiedTime(file, FileTime.fromMillis(seconds * 1000));
        return file;
    }

    /** A program in the place of Maven. */
    private String maven(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    @Test
    void a_file_is_taken_as_it_is() throws Exception {
        Path file = Files.writeString(folder.resolve("any.txt"), "");
        assertEquals(List.of(file), jars(file));
    }

    @Test
    void of_a_maven_project_the_newest_bundle_is_taken() throws Exception {
        Path pom = folder.resolve("project/pom.xml");
        jar("project/target/old-1.0.0.jar", true, 1000);
        Path newest = jar("project/target/new-1.1.0.jar", true, 3000);
        jar("project/target/middle-1.0.5.jar", true, 2000);
        jar("project/target/new-1.1.0-sources.jar", false, 4000);
        Files.writeString(folder.resolve("project/target/half.jar"), "PK");
        Files.writeString(pom, "<project/>");
        assertEquals(List.of(newest), jars(pom.getParent()));
    }

    @Test
    void a_maven_project_that_was_not_built_is_said() throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        assertTrue(refusal(project.toString(), "none").contains("mvn package"));
    }

    @Test
    void of_a_folder_all_bundles_are_taken() throws Exception {
        Path a = jar("shelf/a.jar", true, 1000);
        jar("shelf/library.jar", false, 1000);
        Path b = jar("shelf/b.jar", true, 1000);
        assertEquals(List.of(a, b), jars(folder.resolve("shelf")));
        assertTrue(refusal(Files.createDirectories(folder.resolve("empty")).toString(), "none")
                .contains("no jar that is an OSGi bundle"));
    }

    @Test
    void a_coordinate_is_found_in_the_local_repository() throws Exception {
        Path file = jar("repository/org/x/org.x.pump/1.0.0/org.x.pump-1.0.0.jar", true, 1000);
        assertEquals(List.of(file), jars(COORDINATE, "none"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_is_not_there_is_fetched_by_maven() throws Exception {
        String maven = maven("echo \"$@\" > '" + folder + "/asked'\nfor word; do case $word in -DoutputDirectory=*)"
                + " echo jar > \"${word#*=}/org.x.pump-1.0.0.jar\";; esac; done");
        List<Path> jars = jars(COORDINATE, maven);
        assertEquals("jar\n", Files.readString(jars.get(0)));
        String asked = Files.readString(folder.resolve("asked"));
        assertTrue(asked.startsWith("-q -B dependency:copy -Dartifact=" + COORDINATE + " "), asked);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_maven_says_is_told_if_it_fails() throws Exception {
        String said = refusal(COORDINATE, maven("echo '[ERROR] not found in mirror'; exit 1"));
        assertTrue(said.contains("Maven cannot bring " + COORDINATE) && said.contains("not found in mirror"), said);
        assertTrue(refusal(COORDINATE, maven("exit 0")).contains("no jar"));
        assertTrue(refusal(COORDINATE, folder.resolve("nothing").toString()).contains("install Maven"));
    }

    @Test
    void anything_else_is_a_mistake_of_the_caller() {
        assertTrue(refusal("pmup.jar", "none").contains("no file or folder 'pmup.jar'"));
        assertTrue(refusal("a:b", "none").contains("org.example:org.example.pump:1.0.0"));
    }
}
