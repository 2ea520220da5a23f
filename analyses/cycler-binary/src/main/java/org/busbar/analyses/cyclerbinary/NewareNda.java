package org.busbar.analyses.cyclerbinary;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality.Level;

/**
 * Neware .nda of version 29: a header of no fixed length, then records of 86 bytes that begin with 55h 00h and end with
 * four zeros; records that begin otherwise hold events.
 */
final class NewareNda {

    private static final int VERSION_AT = 14;
    private static final int VERSION = 29;
    private static final int RECORD = 86;
    private static final int END = 82;
    private static final byte[] FIRST = {0, 0, 0, 0, 0x55, 0};
    private static final byte[] SAMPLE = {0x55, 0};
    private static final byte[] ZEROS = new byte[4];

    private NewareNda() {}

    static Values read(Bytes file, ClockZone zone) throws InterruptedException {
        int version = file.unsignedByte(VERSION_AT);
        if (version != VERSION) {
            throw new IllegalArgumentException("it is .nda of version " + version + " (byte " + VERSION_AT
                    + "); version " + VERSION + " is read: export it with BTSDA as CSV and give it to cycler-file");
        }
        int begin = begin(file);
        SortedMap<Long, Integer> records = records(file, begin);
        boolean cut = (file.size() - begin) % RECORD != 0;
        CyclerTable table = NewareTable.of(rows(file, records, zone), cut);
        return (zone.told().isPresent()
                        ? table
                        : table.flag(
                                Level.OK,
                                "zone_unknown: clock times name no zone and count"
                                        + " as on the clock itself, give time_zone"))
                .values("neware-nda", NewareTable.ORIGINS);
    }

    /** Where the first record begins: the first that is followed by another. */
    private static int begin(Bytes file) {
        for (int at = file.find(FIRST, 0); at >= 0; at = file.find(FIRST, at + 1)) {
            int begin = at + 4;
            boolean whole = begin + RECORD <= file.size() && file.starts(begin + END, ZEROS);
            if (whole && (begin + RECORD + 2 > file.size() || follows(file, begin + RECORD))) {
                return begin;
            }
        }
        throw new IllegalArgumentException("no record of 86 bytes that begins with 55h 00h is found in its "
                + file.size() + " bytes; the file is cut or holds no data, so copy or export it again");
    }

    private static boolean follows(Bytes file, int at) {
        return file.starts(at, SAMPLE) || file.unsignedByte(at) == 0xaa || file.unsignedByte(at) == 0x65;
    }

    /** Places of the samples by their number; one that comes twice counts once. */
    private static SortedMap<Long, Integer> records(Bytes file, int begin) {
        SortedMap<Long, Integer> records = new TreeMap<>();
        for (int at = begin; at + RECORD <= file.size(); at += RECORD) {
            boolean sample = file.starts(at, SAMPLE) && file.starts(at + END, ZEROS);
            if (sample && file.unsignedInteger(at + 2) > 0) {
                records.putIfAbsent(file.unsignedInteger(at + 2), at);
            }
        }
        return records;
    }

    private static List<NewareRow> rows(Bytes file, SortedMap<Long, Integer> records, ClockZone zone) {
        List<NewareRow> rows = new ArrayList<>();
        ChargeFirst cycles = new ChargeFirst();
        int step = 0;
        int last = -1;
        for (int at : records.values()) {
            int state = file.integer(at + 10); // number of the step, what it does, how often it was repeated
            step += state != last ? 1 : 0;
            last = state;
            long cycle = cycles.of(file.unsignedByte(at + 12), step);
            rows.add(row(file, at, step, zone).withCycle(cycle));
        }
        return rows;
    }

    private static NewareRow row(Bytes file, int at, int step, ClockZone zone) {
        double milliampere = CurrentRange.milliampere(file.integer(at + 78), at);
        double ampereHours = milliampere / 3600 / 1000;
        return new NewareRow(
                0,
                step,
                file.longInteger(at + 14) / 1000.0,
                file.integer(at + 22) / 10000.0,
                file.integer(at + 26) * milliampere / 1000,
                file.longInteger(at + 38) * ampereHours,
                file.longInteger(at + 46) * ampereHours,
                zone.seconds(time(file, at + 70)),
                Double.NaN);
    }

    private static LocalDateTime time(Bytes file, int at) {
        try {
            return LocalDateTime.of(
                    file.unsignedShort(at),
                    file.unsignedByte(at + 2),
                    file.unsignedByte(at + 3),
                    file.unsignedByte(at + 4),
                    file.unsignedByte(at + 5),
                    file.unsignedByte(at + 6));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the record with the date at byte " + at + " is damaged: " + e.getMessage(), e);
        }
    }
}
