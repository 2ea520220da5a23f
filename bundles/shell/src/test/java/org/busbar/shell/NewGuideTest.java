package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for authors of drivers shows is so. */
class NewGuideTest {

    private static final String IMPORTS = String.join(
            "\n",
            "import java.nio.charset.StandardCharsets;",
            "import java.time.*;",
            "import java.util.*;",
            "import org.busbar.api.*;",
            "import org.busbar.api.device.*;",
            "import org.busbar.api.inventory.Effect;",
            "import org.busbar.api.link.*;");

    @TempDir
    Path folder;

    private String guide;

    @BeforeEach
    void read() throws IOException {
        guide = Files.readString(Path.of("../../distribution/docs/drivers.md"));
    }

    @Test
    void its_java_compiles() throws Exception {
        List<String> blocks = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(guide)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertTrue(blocks.size() >= 6, blocks.size() + " blocks");
        String code = IMPORTS + "\nabstract class Guide {\n    Link link;\n" + String.join("\n", blocks) + "}\n";
        Files.writeString(folder.resolve("Guide.java"), code);
        assertEquals(List.of(), Javac.compile(folder, folder.resolve("classes")));
    }

    @Test
    void it_names_every_file_of_a_new_driver() {
        for (String path :
                NewProject.of(NewKind.DRIVER, NewNames.of("my-pump")).files().keySet()) {
            assertTrue(guide.contains("| `" + Path.of(path).getFileName() + "` |"), path);
        }
        for (NewKind kind : NewKind.values()) {
            assertTrue(guide.contains("busbar new " + kind), kind::toString);
        }
    }
}
