package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFolderTest {

    private static final String CAPABILITY =
            "{'quantity': 'conductivity', 'method': 'probe_a', 'json_schema_specifications':"
                    + " {'type': 'object', 'properties': {'temperature': {'type': 'number'}}}, 'json_schema_result_output': {},"
                    + " 'is_active': true}";
    private static final String TENANT =
            "{'name': 'cell-1', 'limitations': [{'quantity': 'conductivity', 'method': 'probe_a',"
                    + " 'limitations': [{'temperature': [{'min': 250, 'max': 330}]}]}], 'contact_person': 'A. Person',"
                    + " 'queue': '__', 'operators': []}";
    private static final Pair PAIR = new Pair("conductivity", "probe_a");

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private RegistryFolder registry;
    private long written = 1000;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("capabilities"));
        Files.createDirectories(folder.resolve("tenants"));
        registry = new RegistryFolder(folder, (file, reason) -> faults.add(file.getFileName() + " " + reason));
    }

    private void write(String name, String json) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, json.replace('\'', '"'));
        Files.setLastModifiedTime(file, FileTime.fromMillis(written += 1000));
    }

    private Catalogue read() throws IOException {
        return registry.read().orElseThrow();
    }

    @Test
    void files_of_the_original_are_taken_unchanged() throws IOException {
        write("capabilities/a.json", CAPABILITY);
        write("tenants/one.json", TENANT);
        Catalogue catalogue = read();
        assertEquals(List.of(), faults);
        TenantFile tenant = catalogue.offering(PAIR).get(0);
        assertEquals(Identifiers.named("tenant", "cell-1"), tenant.uuid());
        assertEquals(1, catalogue.offers().get(tenant.uuid()).size());
        assertEquals(Optional.empty(), registry.read(), "nothing has changed");
    }

    @Test
    void a_file_may_carry_the_identifier_of_its_tenant() throws IOException {
        write("capabilities/a.json", CAPABILITY);
        write(
                "tenants/one.json",
                TENANT.replace("'queue'", "'tenant_uuid': 'c2a4b8de77aa4b1f9a4e3f7f1c5d9e03', 'queue'"));
        assertTrue(read().active(UUID.fromString("c2a4b8de-77aa-4b1f-9a4e-3f7f1c5d9e03"))
                .isPresent());
    }

    @Test
    void a_bad_file_is_reported_once_with_its_path_and_changes_nothing() throws IOException {
        write("capabilities/a.json", CAPABILITY);
        write("tenants/one.json", TENANT);
        read();
        write("tenants/one.json", TENANT.replace("330", "'hot'"));
        Catalogue catalogue = read();
        assertEquals(1, catalogue.offering(PAIR).size());
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).startsWith("one.json $.limitations[0].limitations: $.temperature"), faults.get(0));
        write("capabilities/other.json", CAPABILITY.replace("probe_a", "probe_b"));
        read();
        assertEquals(1, faults.size());
        write("tenants/one.json", TENANT.replace("330", "340"));
        assertEquals(
                340,
                read().offering(PAIR)
                        .get(0)
                        .of(PAIR)
                        .get(0)
                        .at("/temperature/0/max")
                        .intValue());
    }

    @Test
    void json_that_is_none_is_a_fault_with_line_and_column() throws IOException {
        write("capabilities/a.json", "{'quantity': 'x',\n 'quantity': 'y'}");
        assertTrue(read().capabilities().isEmpty());
        assertTrue(faults.get(0).startsWith("a.json line 2"), faults.get(0));
    }

    @Test
    void an_active_pair_and_the_name_of_an_active_tenant_are_unique() throws IOException {
        write("capabilities/b.json", CAPABILITY);
        write("tenants/two.json", TENANT);
        read();
        write("capabilities/a.json", CAPABILITY);
        write("tenants/one.json", TENANT);
        assertEquals(1, read().tenants().size());
        assertEquals(2, faults.size(), faults.toString());
        assertTrue(faults.get(0).contains("b.json") && faults.get(1).contains("two.json"), faults.toString());
    }

    @Test
    void limitations_name_an_active_capability() throws IOException {
        write("tenants/one.json", TENANT);
        assertTrue(read().tenants().isEmpty());
        assertTrue(faults.get(0).contains("no such active capability"), faults.get(0));
    }

    @Test
    void a_retired_capability_is_not_offered_and_its_tenants_stay() throws IOException {
        write("capabilities/a.json", CAPABILITY.replace("true", "false"));
        write("tenants/one.json", TENANT);
        Catalogue catalogue = read();
        assertEquals(List.of(), faults);
        assertEquals(1, catalogue.tenants().size());
        assertTrue(catalogue.capabilities().isEmpty());
        assertTrue(catalogue.offers().values().iterator().next().isEmpty());
    }

    @Test
    void a_file_that_is_gone_counts_no_more() throws IOException {
        write("capabilities/a.json", CAPABILITY);
        write("tenants/one.json", TENANT);
        read();
        Files.delete(folder.resolve("tenants/one.json"));
        Catalogue catalogue = read();
        assertTrue(catalogue.tenants().isEmpty());
        assertEquals(1, catalogue.unclaimed().size());
    }
}
