package org.busbar.distribution.bench.studies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.busbar.distribution.bench.studies.electrolyte.Electrolytes;
import org.busbar.distribution.bench.studies.electrolyte.Exploration;
import org.busbar.distribution.bench.studies.electrolyte.OneShot;
import org.busbar.distribution.bench.studies.electrolyte.Temperature;
import org.busbar.distribution.bench.studies.history.SmallHistory;
import org.busbar.distribution.bench.studies.latp.Latp;
import org.busbar.distribution.bench.studies.latp.Published;
import org.busbar.distribution.bench.studies.report.Study;
import org.busbar.distribution.bench.studies.schwefel.Extrapolation;

/** All studies. */
final class Catalogue {

    private static final int NEAR = 6; // 303 K

    private final List<Study> studies = new ArrayList<>();

    /**
     * Reads the data that the studies need.
     *
     * @throws IOException if a file cannot be read
     */
    Catalogue(Path data) throws IOException {
        List<Temperature> temperatures = Electrolytes.read(data);
        studies.add(new Exploration(temperatures));
        studies.add(new OneShot(temperatures));
        studies.add(new Extrapolation());
        studies.add(new Latp(Published.read(data)));
        Temperature hottest = temperatures.get(temperatures.size() - 1);
        studies.add(new SmallHistory("small-history", temperatures.get(NEAR), hottest));
        studies.add(new SmallHistory("small-history-far", temperatures.get(0), hottest));
    }

    List<String> names() {
        return studies.stream().map(Study::name).toList();
    }

    /**
     * The study of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    Study find(String name) {
        return studies.stream()
                .filter(study -> study.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no study " + name + " but " + names()));
    }
}
