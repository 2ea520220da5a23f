package org.busbar.analyses.cyclerbinary;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.busbar.analyses.files.Interruption;

/** Expands a ZIP file in memory. */
final class ZipMembers {

    private ZipMembers() {}

    /**
     * The members by name, in the order of the file.
     *
     * @param limit the most bytes that all of them may have
     * @throws IllegalArgumentException if they have more, or the file is cut or damaged
     */
    static Map<String, Bytes> of(Bytes file, long limit) throws IOException, InterruptedException {
        Map<String, Bytes> members = new LinkedHashMap<>();
        long left = limit;
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(file.data().array()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Interruption.check();
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= content.length;
                requireLeft(left, limit, entry);
                members.put(entry.getName(), Bytes.of(content));
            }
        } catch (EOFException | ZipException e) {
            throw new IllegalArgumentException(
                    "its ZIP data end or are damaged within " + file.size() + " bytes, after " + members.keySet() + " ("
                            + e.getMessage() + "); copy or export it again",
                    e);
        }
        return members;
    }

    private static void requireLeft(long left, long limit, ZipEntry entry) {
        if (left < 0) {
            throw new IllegalArgumentException("its members expand to more than the limit of " + limit + " bytes at "
                    + entry.getName() + "; give a larger max_bytes if the file is what you expect");
        }
    }
}
