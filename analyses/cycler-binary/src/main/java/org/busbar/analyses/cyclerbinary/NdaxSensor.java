package org.busbar.analyses.cyclerbinary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sensors of a .ndax: files in the order of their numbers belong to the entries in {@code TestInfo.xml} in their
 * order.
 */
final class NdaxSensor {

    private static final Pattern FILE = Pattern.compile("data_(?:AUX_)?([0-9]{1,6})(?:_[0-9_]+)?\\.ndc");
    private static final Pattern ENTRY = Pattern.compile("<Aux[0-9]+ [^>]*ChlType=\"([0-9]+)\"");
    private static final String TEMPERATURE = "103";
    private static final int WITH_VOLTAGE = 7;

    private NdaxSensor() {}

    /** The first temperature at each sample, Cel; NaN where there is none. */
    static double[] temperatures(Map<String, Bytes> members, NdcLayout layout, int samples) {
        double[] celsius = new double[samples];
        Arrays.fill(celsius, Double.NaN);
        Optional<NdcFile> file =
                layout.sensor() == WITH_VOLTAGE ? files(members).stream().findFirst() : temperature(members);
        file.ifPresent(sensor -> read(sensor, layout, celsius));
        return celsius;
    }

    private static Optional<NdcFile> temperature(Map<String, Bytes> members) {
        List<NdcFile> files = files(members);
        List<String> types = types(members);
        for (int i = 0; i < files.size() && files.size() == types.size(); i++) {
            if (types.get(i).equals(TEMPERATURE)) {
                return Optional.of(files.get(i));
            }
        }
        return Optional.empty();
    }

    private static List<NdcFile> files(Map<String, Bytes> members) {
        List<NdcFile> files = new ArrayList<>();
        members.forEach((name, data) -> {
            if (FILE.matcher(name).matches()) {
                files.add(NdcFile.of(name, data, NdcFile.SENSOR));
            }
        });
        files.sort(Comparator.comparingInt(file -> number(file.name())));
        return files;
    }

    private static int number(String name) {
        Matcher matcher = FILE.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static List<String> types(Map<String, Bytes> members) {
        Bytes info = members.getOrDefault("TestInfo.xml", Bytes.of(new byte[0]));
        Matcher entries = ENTRY.matcher(new String(info.data().array(), StandardCharsets.ISO_8859_1));
        List<String> types = new ArrayList<>();
        while (entries.find()) {
            types.add(entries.group(1));
        }
        return types;
    }

    private static void read(NdcFile file, NdcLayout layout, double[] celsius) {
        int[] items = file.items(layout.sensor());
        for (int i = 0; i < Math.min(items.length, celsius.length); i++) {
            celsius[i] = layout.sensor() == WITH_VOLTAGE
                    ? file.data().signedShort(items[i] + 5) / 10.0
                    : file.data().single(items[i]);
        }
    }
}
