package org.busbar.analyses.cyclerbinary;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be read are refused by a message that says where and why. */
class RefusalTest {

    private static final String NDAX = "46_1_5_60_ZZZZZZZZTEST_20250924092922.ndax";

    @TempDir
    Path folder;

    private Files files;

    @BeforeEach
    void open() throws Exception {
        files = Files.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        files.close();
    }

    @Test
    void empty_and_wrong_forms() throws Exception {
        refused(new byte[0], "empty");
        refused("Test Time / s,Voltage / V".getBytes(StandardCharsets.UTF_8), "Test Time", "NEWARE", "cycler-file");
        refused(
                new byte[] {0, 1, 0, 0, 'S', 't', 'a', 'n', 'd', 'a', 'r', 'd', ' ', 'J', 'e', 't', ' ', 'D', 'B'},
                "Arbin");
    }

    @Test
    void versions_that_are_not_read() throws Exception {
        byte[] nda = Files.bytes("new_nda_file.nda.gz");
        nda[14] = (byte) 130;
        refused(nda, "version 130 (byte 14)", "version 29 is read");
        byte[] mpr = Files.bytes("GCPL-0.mpr");
        mpr[6962 + 53] = 77;
        refused(mpr, "version 77", "versions 3 and 11");
        refused(with(NDAX, "data.ndc", 2, (byte) 17), "version 17 (byte 2)", "versions 14 and 16");
    }

    @ParameterizedTest
    @ValueSource(strings = {NDAX, "123456789012_Unit27_Example_Data_File.ndax", "GCPL-0.mpr", "PEIS-0.mpr"})
    void files_cut_anywhere_in_their_data(String name) throws Exception {
        byte[] whole = Files.bytes(name);
        int data = name.endsWith("mpr") ? 8000 : whole.length - 2000;
        for (int length : new int[] {1, 20, 60, data / 4, data / 2, data}) {
            refused(Arrays.copyOf(whole, length), "expected|ends|cut|damaged|begins");
        }
    }

    @Test
    void a_neware_file_cut_before_its_records() throws Exception {
        byte[] whole = Files.bytes("new_nda_file.nda.gz");
        refused(Arrays.copyOf(whole, 10), "byte 14");
        refused(Arrays.copyOf(whole, 40_000), "no record of 86 bytes", "40000 bytes");
    }

    @Test
    void members_that_are_missing_or_damaged() throws Exception {
        refused(without(NDAX, "data_step.ndc"), "no data_step.ndc", "data_runInfo.ndc");
        refused(with(NDAX, "data.ndc", 0, (byte) 7), "type 7 (byte 0)");
        refused(with(NDAX, "data.ndc", 4099, (byte) 90), "do not fit in a block");
        refused(with(NDAX, "data_step.ndc", 4096 + 132 + 33, (byte) 9), "step 1", "out of order");
    }

    @Test
    void biologic_without_current_and_with_an_unknown_column() throws Exception {
        refused(Files.bytes("MB-0.mpr"), "no column of current");
        byte[] mpr = Files.bytes("PEIS-0.mpr");
        int data = 52 + 57 + 6744 + 57;
        mpr[data + 5] = (byte) 250;
        refused(mpr, "numbers [250]", ".mpt");
        mpr[data + 5] = 32;
        mpr[data] = 59;
        refused(mpr, "59 rows of 64 bytes");
    }

    @Test
    void more_than_the_limit_whether_stored_or_expanded() throws Exception {
        Values inputs = files.file("PEIS-0.mpr");
        refused(inputs.with("max_bytes", Quantity.of(25_000, "1")), "limit of 25000 bytes");
        refused(files.file(NDAX).with("max_bytes", Quantity.of(20_000, "1")), "expand", "limit of 20000 bytes");
    }

    @Test
    void a_zone_that_is_none() throws Exception {
        refused(files.file("new_nda_file.nda.gz").with("time_zone", new Text("Mars")), "time_zone = 'Mars'");
    }

    private void refused(byte[] bytes, String... parts) throws Exception {
        refused(files.keep(bytes), parts);
    }

    private void refused(Values inputs, String... parts) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> files.reader().apply(inputs));
        String message = refusal.getMessage();
        assertTrue(message.startsWith("cycler-binary-file:"), message);
        for (String part : parts) {
            boolean any = Arrays.stream(part.split("\\|", -1)).anyMatch(message::contains);
            assertTrue(any, part + " is not in: " + message);
        }
    }

    private static byte[] without(String name, String member) throws Exception {
        return changed(name, member, new byte[0], true);
    }

    private static byte[] with(String name, String member, int at, byte value) throws Exception {
        byte[] content = ZipMembers.of(Bytes.of(Files.bytes(name)), 1_000_000)
                .get(member)
                .data()
                .array();
        content[at] = value;
        return changed(name, member, content, false);
    }

    private static byte[] changed(String name, String member, byte[] content, boolean left) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry :
                    ZipMembers.of(Bytes.of(Files.bytes(name)), 1_000_000).entrySet()) {
                if (left && entry.getKey().equals(member)) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(
                        entry.getKey().equals(member)
                                ? content
                                : entry.getValue().data().array());
            }
        }
        return bytes.toByteArray();
    }
}
