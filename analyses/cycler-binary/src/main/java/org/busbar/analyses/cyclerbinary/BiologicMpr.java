package org.busbar.analyses.cyclerbinary;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.CyclerRows;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.analyses.files.Interruption;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality.Level;

/** BioLogic .mpr: modules, of which one holds rows of columns with numbers; versions 3 and 11 of that module. */
final class BiologicMpr {

    static final String BEGIN = "BIO-LOGIC MODULAR FILE";

    private final Bytes file;
    private final int rows;
    private final int first;
    private final int length;
    private final Map<Integer, Integer> places;

    private BiologicMpr(Bytes file, int rows, int first, Map<Integer, Integer> places) {
        this.file = file;
        this.rows = rows;
        this.first = first;
        this.length = places.getOrDefault(-1, 0);
        this.places = places;
    }

    static Values read(Bytes file) throws InterruptedException {
        MprModule module = MprModule.data(file);
        boolean isNew = module.version() == 11;
        if (!isNew && module.version() != 3) {
            throw new IllegalArgumentException("its data module, at byte " + module.begin() + ", is of version "
                    + module.version() + "; versions 3 and 11 are read: export it with EC-Lab as text (.mpt)");
        }
        int rows = (int) file.unsignedInteger(module.begin());
        int first = module.begin() + (isNew ? 1007 : 406);
        int[] columns = columns(file, module.begin(), isNew ? 6 : 5);
        BiologicMpr mpr = new BiologicMpr(file, rows, first, MprColumn.places(columns));
        mpr.requireFit(module);
        return mpr.table().values("biologic-mpr", mpr.origins());
    }

    private static int[] columns(Bytes file, int begin, int list) {
        int[] columns = new int[file.unsignedByte(begin + 4)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = file.unsignedShort(begin + list + 2 * i);
        }
        return columns;
    }

    /** The width of the rows is a sum of known ones: it has to give the length of the module. */
    private void requireFit(MprModule module) {
        long expected = first - module.begin() + (long) rows * length;
        if (expected != module.length()) {
            throw new IllegalArgumentException("its data module, at byte " + module.begin() + ", has " + module.length()
                    + " bytes, but " + rows + " rows of " + length + " bytes make " + expected
                    + "; the file is damaged, or of a version that is not known: export it with EC-Lab as text (.mpt)");
        }
    }

    private Optional<Integer> any(List<Integer> columns) {
        return columns.stream().filter(places::containsKey).findFirst();
    }

    private CyclerTable table() throws InterruptedException {
        Set<CyclerColumn> present = EnumSet.noneOf(CyclerColumn.class);
        put(present, CyclerColumn.TEST_TIME, places.containsKey(MprColumn.TIME));
        put(present, CyclerColumn.VOLTAGE, any(MprColumn.VOLTAGES).isPresent());
        put(present, CyclerColumn.CURRENT, current().isPresent());
        put(present, CyclerColumn.CYCLE, places.containsKey(MprColumn.CYCLE));
        put(present, CyclerColumn.STEP, places.containsKey(MprColumn.SEQUENCE));
        CyclerRows gathered = new CyclerRows(present);
        for (int row = 0; row < rows; row++) {
            Interruption.check();
            gathered.add(numbers(gathered.present(), row), "row " + (row + 1));
        }
        return fromCharge()
                ? gathered.table().flag(Level.OK, "current_from_charge: the file holds the charge from row to row only")
                : gathered.table();
    }

    private static void put(Set<CyclerColumn> present, CyclerColumn column, boolean there) {
        if (there) {
            present.add(column);
        }
    }

    private Optional<Integer> current() {
        return any(MprColumn.CURRENTS).or(() -> any(MprColumn.CHARGES));
    }

    private boolean fromCharge() {
        return any(MprColumn.CURRENTS).isEmpty();
    }

    private double[] numbers(List<CyclerColumn> present, int row) {
        double[] numbers = new double[present.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (present.get(i)) {
                case TEST_TIME -> number(MprColumn.TIME, row);
                case VOLTAGE -> number(any(MprColumn.VOLTAGES).orElseThrow(), row);
                case CURRENT ->
                    fromCharge() ? meanCurrent(row) : number(current().orElseThrow(), row) / 1000;
                case CYCLE -> number(MprColumn.CYCLE, row);
                case STEP -> file.unsignedShort(at(MprColumn.SEQUENCE, row));
                default -> Double.NaN;
            };
        }
        return numbers;
    }

    /** A, of the charge since the row before; the first row has that of the second. */
    private double meanCurrent(int row) {
        int to = Math.max(1, row);
        if (rows < 2) {
            return Double.NaN;
        }
        double seconds = number(MprColumn.TIME, to) - number(MprColumn.TIME, to - 1);
        double milliampereHours = number(current().orElseThrow(), to);
        return seconds > 0 ? milliampereHours * 3.6 / seconds : Double.NaN;
    }

    private double number(int column, int row) {
        int at = at(column, row);
        return MprColumn.isDouble(column) ? file.twice(at) : file.single(at);
    }

    private int at(int column, int row) {
        return first + row * length + places.getOrDefault(column, 0);
    }

    private List<String> origins() {
        List<String> origins = new ArrayList<>(List.of("test_time: time/s"));
        any(MprColumn.VOLTAGES)
                .ifPresent(column -> origins.add("voltage: column " + column + (column == 6 ? " Ewe/V" : " <Ewe>/V")));
        current()
                .ifPresent(column ->
                        origins.add("current: column " + column + (fromCharge() ? " dq/mA.h over time/s" : " I/mA")));
        if (places.containsKey(MprColumn.CYCLE)) {
            origins.add("cycle: cycle number");
        }
        if (places.containsKey(MprColumn.SEQUENCE)) {
            origins.add("step: Ns");
        }
        return origins;
    }
}
