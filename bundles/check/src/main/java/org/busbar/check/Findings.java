package org.busbar.check;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.experiment.Finding;

/** Collects what is wrong with a sequence and with those nested in it. */
final class Findings {

    private final String path; // of the nested step, with a slash at the end
    private final List<Finding> all;

    Findings() {
        this("", new ArrayList<>());
    }

    private Findings(String path, List<Finding> all) {
        this.path = path;
        this.all = all;
    }

    /** For the sequence nested as that step; what it finds is found here too. */
    Findings within(String step) {
        return new Findings(path + step + "/", all);
    }

    /** @param step empty if it concerns the whole sequence */
    void add(String step, String field, String message) {
        String place = path + step;
        all.add(new Finding(place.endsWith("/") ? place.substring(0, place.length() - 1) : place, field, message));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
