package org.busbar.analyses.cyclerbinary;

import java.io.IOException;
import org.busbar.api.Values;

/** Tells the forms of files from their first bytes. */
final class BinaryForm {

    private static final int JET_NAME = 4;

    private BinaryForm() {}

    /**
     * The outputs of a file.
     *
     * @param limit the most bytes that a compressed part may expand to
     * @throws IllegalArgumentException if it is of no form that is read here, or is damaged
     */
    static Values read(Bytes file, ClockZone zone, long limit) throws IOException, InterruptedException {
        if (file.starts(0, "NEWARE")) {
            return NewareNda.read(file, zone);
        }
        if (file.starts(0, "PK\u0003\u0004")) {
            return NewareNdax.read(file, limit);
        }
        if (file.starts(0, BiologicMpr.BEGIN)) {
            return BiologicMpr.read(file);
        }
        throw new IllegalArgumentException("it begins with '" + file.text(0, 24) + "'; expected at byte 0 are NEWARE"
                + " (Neware .nda), PK (Neware .ndax) or BIO-LOGIC MODULAR FILE (.mpr)" + advice(file));
    }

    private static String advice(Bytes file) {
        return file.starts(JET_NAME, "Standard Jet DB")
                ? "; this is a data base of Arbin (.res): export it as CSV and give it to cycler-file"
                : "; text files are read by cycler-file";
    }
}
