package org.busbar.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of this Java, with the api and the testkit on its class path. */
final class Javac {

    private Javac() {}

    /**
     * Compiles every Java file below a folder.
     *
     * @return the errors and warnings
     */
    static List<String> compile(Path folder, Path classes) throws IOException {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(told, Locale.ROOT, StandardCharsets.UTF_8);
                var paths = Files.walk(folder)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-Xlint:all,-processing,-classfile,-path",
                    "--release=17",
                    "-d",
                    Files.createDirectories(classes).toString());
            compiler.getTask(null, files, told, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<String> texts = new ArrayList<>();
        for (Diagnostic<?> diagnostic : told.getDiagnostics()) {
            texts.add(diagnostic.toString());
        }
        return texts;
    }
}
