package org.busbar.analyses.cyclerfiles;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.busbar.analyses.files.DecimalMark;

/**
 * Clock times as cyclers spell them. A date with slashes has the month first unless the first one tells otherwise; a
 * time without zone is counted as if it were UTC.
 */
final class Clock {

    private static final double FIRST_MILLISECONDS = 1e11;
    private static final double FIRST_SECONDS = 1e8;
    private static final double SECONDS_PER_DAY = 86_400;
    /** 1970-01-01 in days since 1899-12-30, as spreadsheets count. */
    private static final double EPOCH_DAY = 25_569;

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("yyyy-M-d[ ]['T']H:m:s"),
            form("M/d/yyyy H:m:s"),
            form("d/M/yyyy H:m:s"),
            form("yyyy/M/d H:m:s"),
            form("d.M.yyyy H:m:s"),
            afternoons("M/d/yyyy h:m:s"),
            afternoons("d-MMM-yy h:m:s"),
            form("d-MMM-yy H:m:s"));

    private Clock() {}

    private static DateTimeFormatter form(String pattern) {
        return start(pattern).appendPattern("[XXX]").toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter afternoons(String pattern) {
        return start(pattern).appendPattern(" a").toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatterBuilder start(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true);
    }

    /** The reader of a column that has {@code first} as its first cell; empty if that is no clock time. */
    static Optional<CellReader> of(String first, DecimalMark decimal) {
        double number = decimal.number(first);
        if (Double.isFinite(number)) {
            return number(number, decimal);
        }
        return FORMS.stream()
                .filter(form -> Double.isFinite(seconds(form, first)))
                .findFirst()
                .map(form -> cell -> seconds(form, cell));
    }

    private static Optional<CellReader> number(double first, DecimalMark decimal) {
        if (first > FIRST_MILLISECONDS) {
            return Optional.of(cell -> decimal.number(cell) / 1000);
        }
        if (first > FIRST_SECONDS) {
            return Optional.of(decimal::number);
        }
        boolean days = first > EPOCH_DAY && first < 4 * EPOCH_DAY;
        return days ? Optional.of(cell -> (decimal.number(cell) - EPOCH_DAY) * SECONDS_PER_DAY) : Optional.empty();
    }

    private static double seconds(DateTimeFormatter form, String cell) {
        try {
            TemporalAccessor parsed = form.parse(cell.strip());
            ZoneOffset zone = parsed.query(TemporalQueries.offset());
            LocalDateTime time = LocalDateTime.from(parsed);
            return time.toEpochSecond(zone == null ? ZoneOffset.UTC : zone) + time.getNano() / 1e9;
        } catch (DateTimeException e) {
            return Double.NaN; // the caller counts what is no time
        }
    }
}
