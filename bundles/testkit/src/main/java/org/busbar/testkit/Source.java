package org.busbar.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Where classes come from. */
final class Source {

    private Source() {}

    /** The folder or jar that a class was loaded from. */
    static URL of(Class<?> type) {
        return Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), type + " comes from nowhere")
                .getLocation();
    }

    /** What a class says about itself. */
    static ClassFile read(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return ClassFile.of(Objects.requireNonNull(in, type.getName()).readAllBytes());
        }
    }

    /** All classes in the package of a class that come from the same place. */
    static List<ClassFile> neighbours(Class<?> type) throws IOException {
        Path place = Path.of(uri(of(type)));
        String folder = type.getPackageName().replace('.', '/');
        if (Files.isDirectory(place)) {
            return all(place.resolve(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
            return all(jar.getPath("/" + folder));
        }
    }

    private static List<ClassFile> all(Path folder) throws IOException {
        List<ClassFile> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                all.add(ClassFile.of(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private static URI uri(URL place) {
        try {
            return place.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(place + " is no place of classes", e);
        }
    }

    /** The version of the module that is tried, as its {@code pom.xml} in the working folder says; else empty. */
    static String version() {
        Path pom = Path.of("pom.xml");
        if (!Files.isRegularFile(pom)) {
            return "";
        }
        try {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
            String own = child(project, "version");
            return own.isEmpty() ? version(project) : own;
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new UncheckedIOException(new IOException("pom.xml cannot be read", e));
        }
    }

    private static String version(Element project) {
        for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element parent && parent.getTagName().equals("parent")) {
                return child(parent, "version");
            }
        }
        return "";
    }

    private static String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
