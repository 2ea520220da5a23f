package org.busbar.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Tells who has signed a jar, by the signature that {@code jarsigner} makes (JAR File Specification, Signed JAR File). */
final class JarSigners {

    private static final Pattern FILE = Pattern.compile("META-INF/[^/]+\\.SF");
    private static final Pattern UNSIGNED =
            Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+|)");
    private static final String ANEW = "; get it anew from its maker";

    private JarSigners() {}

    /**
     * Those who have signed every entry; none if nothing is signed.
     *
     * @throws IllegalArgumentException if the signature is broken, or does not cover an entry; the message names it
     */
    static Set<CodeSigner> of(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            List<JarEntry> entries = Collections.list(jar.entries());
            requireOnce(entries);
            boolean isSigned = entries.stream()
                    .anyMatch(entry -> FILE.matcher(upper(entry)).matches());
            return isSigned ? signers(jar, entries) : Set.of();
        } catch (IOException | SecurityException e) {
            throw new IllegalArgumentException("its signature cannot be checked: " + e.getMessage() + ANEW, e);
        }
    }

    /** What is there twice may be read as one by who checks it and as the other by who runs it. */
    private static void requireOnce(List<JarEntry> entries) {
        Set<String> names = new HashSet<>();
        for (JarEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw new IllegalArgumentException("it has the entry " + entry.getName() + " twice" + ANEW);
            }
        }
    }

    private static String upper(JarEntry entry) {
        return entry.getName().toUpperCase(Locale.ROOT);
    }

    private static Set<CodeSigner> signers(JarFile jar, List<JarEntry> entries) throws IOException {
        requireAll(jar);
        Set<CodeSigner> common = new LinkedHashSet<>();
        boolean isFirst = true;
        for (JarEntry entry : entries) {
            if (!entry.isDirectory() && !UNSIGNED.matcher(upper(entry)).matches()) {
                List<CodeSigner> signers = signers(jar, entry);
                boolean changes = isFirst ? common.addAll(signers) : common.retainAll(signers);
                isFirst = false;
                if (changes && common.isEmpty()) {
                    throw new IllegalArgumentException(
                            "the entry " + entry.getName() + " is signed by somebody else than those before it" + ANEW);
                }
            }
        }
        return common;
    }

    /** The signers of an entry, known once all of it was read. */
    private static List<CodeSigner> signers(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            throw new IllegalArgumentException(
                    "its signature is broken: the entry " + entry.getName() + " was changed after it was signed" + ANEW,
                    e);
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw new IllegalArgumentException("its signature does not cover the entry " + entry.getName()
                    + ": it was added after the jar was signed, or the algorithm is one this Java does not trust"
                    + ANEW);
        }
        return Arrays.asList(signers);
    }

    /** What was signed must be there still. */
    private static void requireAll(JarFile jar) throws IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw new IllegalArgumentException("its signature is broken: the manifest is missing" + ANEW);
        }
        for (Map.Entry<String, Attributes> section : manifest.getEntries().entrySet()) {
            if (isDigested(section.getValue()) && jar.getEntry(section.getKey()) == null) {
                throw new IllegalArgumentException("its signature is broken: the entry " + section.getKey()
                        + " was taken out after it was signed" + ANEW);
            }
        }
    }

    private static boolean isDigested(Attributes section) {
        return section.keySet().stream().anyMatch(name -> name.toString().endsWith("-Digest"));
    }
}
