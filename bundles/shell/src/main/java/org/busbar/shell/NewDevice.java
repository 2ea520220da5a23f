package org.busbar.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first device of a new driver, on the link to its instrument in software. */
record NewDevice(NewNames names) {

    /** Its settings, as they stand in a file of {@code devices/}. */
    String settings() {
        String type = names.packageName() + "." + names.className();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("lab.id", names.device());
        settings.put("link", "sim:" + names.name());
        return Client.JSON.writeValueAsString(Map.of(type + "~" + names.device(), settings));
    }

    /** How somebody who is in no lab puts it into one. */
    String advice() {
        return "and, as devices/" + names.device() + ".json in the folder of the lab:\n  " + settings();
    }

    /** Where it is configured in a lab. */
    Path file(Path lab) {
        return lab.resolve("devices").resolve(names.device() + ".json");
    }

    /** @throws Failure if a lab has such a file already */
    void refuseToReplace(Path lab) {
        if (Files.exists(file(lab))) {
            throw new Failure(
                    file(lab) + " exists already and was left as it is: choose another name, or remove that file");
        }
    }

    /** Puts it into a lab, where it waits for its driver. */
    Path write(Path lab) {
        Path file = file(lab);
        try {
            Files.createDirectories(lab.resolve("devices"));
            return Files.writeString(file, settings() + "\n", StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Failure(file + " cannot be written: " + e);
        }
    }
}
