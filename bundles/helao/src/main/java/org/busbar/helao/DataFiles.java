package org.busbar.helao;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Numbers data files and the runs in them as HELAO does. Guarded by its owner. */
final class DataFiles {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Map<String, Place> latest = new HashMap<>(); // by directory

    /** Where an experiment that holds {@code start} goes. */
    Place next(Soe soe, SoeStep start, String instrument, LocalDate today) {
        String key = soe.params(start.name()).path("collectionkey").asString("");
        String directory =
                soe.meta().hasNonNull(key) ? key + "_" + soe.meta().get(key).asString("") : key;
        String day = DAY.format(today);
        Place last = latest.get(directory);
        if (last == null) {
            return place(directory, 0, instrument, 0, day);
        }
        boolean fresh = last.day().isEmpty();
        return fresh || last.day().equals(day)
                ? place(directory, last.session(), instrument, last.run() + 1, day)
                : place(directory, last.session() + 1, instrument, 0, day);
    }

    private static Place place(String directory, int session, String instrument, int run, String day) {
        String path = directory + "/" + instrument + "_" + directory + "_session_" + session + ".h5";
        return new Place(directory, session, path, run, day);
    }

    void begun(Place place) {
        latest.put(place.directory(), place);
    }

    /** Nobody works on the file any more; the next start gets a new one. */
    void closed(Place place) {
        latest.put(place.directory(), new Place(place.directory(), place.session() + 1, "", -1, ""));
    }
}
