package org.busbar.testkit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a compiled class says about itself that reflection does not tell: annotations that are not kept at run time, and
 * the classes it refers to. Source: The Java Virtual Machine Specification, Java SE 17, chapter 4.
 *
 * @param annotations of the class
 * @param methods the annotations of each method, by its name; a constructor is {@code <init>}
 * @param references the binary names of all classes it refers to
 */
record ClassFile(List<Note> annotations, Map<String, List<Note>> methods, Set<String> references) {

    /**
     * An annotation.
     *
     * @param type its binary name
     * @param values strings, names of classes, numbers, nested notes, or lists of them
     */
    record Note(String type, Map<String, Object> values) {}

    /** Reads the bytes of a class. */
    static ClassFile of(byte[] bytes) throws IOException {
        return new Reader(new DataInputStream(new ByteArrayInputStream(bytes))).read();
    }

    /** Every annotation of that type on the class, also those that were repeated and so put into another one. */
    List<Note> annotations(String type) {
        List<Note> found = new ArrayList<>();
        annotations.forEach(note -> collect(note, type, found));
        return found;
    }

    private static void collect(Note note, String type, List<Note> found) {
        if (note.type().equals(type)) {
            found.add(note);
        } else if (note.values().get("value") instanceof List<?> repeated) {
            repeated.stream()
                    .filter(Note.class::isInstance)
                    .map(Note.class::cast)
                    .forEach(inner -> collect(inner, type, found));
        }
    }

    /** The names of the methods that have an annotation of that type. */
    List<String> methodsWith(String type) {
        return methods.entrySet().stream()
                .filter(method ->
                        method.getValue().stream().anyMatch(note -> note.type().equals(type)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final class Reader {

        private final DataInputStream in;
        private Object[] pool = {};

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile read() throws IOException {
            in.skipNBytes(8); // magic and version
            readPool();
            in.skipNBytes(6); // access, this, super
            in.skipNBytes(2L * in.readUnsignedShort());
            readMembers(); // fields
            Map<String, List<Note>> methods = readMembers();
            return new ClassFile(readAttributes(), methods, references());
        }

        private Set<String> references() {
            Set<String> names = new TreeSet<>();
            for (Object entry : pool) {
                if (entry instanceof Integer index && pool[index] instanceof String name) {
                    names.add(name.replace('/', '.'));
                }
            }
            return names;
        }

        private void readPool() throws IOException {
            pool = new Object[in.readUnsignedShort()];
            for (int i = 1; i < pool.length; i++) {
                int tag = in.readUnsignedByte();
                pool[i] = entry(tag);
                if (tag == 5 || tag == 6) {
                    i++; // long and double take two places
                }
            }
        }

        /** A text, a number, or the index of the name of a class; what else there is is of no use here. */
        private Object entry(int tag) throws IOException {
            switch (tag) {
                case 1:
                    return in.readUTF();
                case 3:
                    return (long) in.readInt();
                case 4:
                    return (double) in.readFloat();
                case 5:
                    return in.readLong();
                case 6:
                    return in.readDouble();
                case 7:
                    return in.readUnsignedShort();
                default:
                    in.skipNBytes(tag == 15 ? 3 : tag == 8 || tag == 16 || tag == 19 || tag == 20 ? 2 : 4);
                    return "";
            }
        }

        private Map<String, List<Note>> readMembers() throws IOException {
            Map<String, List<Note>> members = new TreeMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                in.skipNBytes(2);
                String name = text();
                in.skipNBytes(2);
                members.computeIfAbsent(name, n -> new ArrayList<>()).addAll(readAttributes());
            }
            return members;
        }

        private List<Note> readAttributes() throws IOException {
            List<Note> notes = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String name = text();
                int length = in.readInt();
                if (name.equals("RuntimeInvisibleAnnotations") || name.equals("RuntimeVisibleAnnotations")) {
                    for (int more = in.readUnsignedShort(); more > 0; more--) {
                        notes.add(note());
                    }
                } else {
                    in.skipNBytes(length);
                }
            }
            return notes;
        }

        private Note note() throws IOException {
            String type = binary(text());
            Map<String, Object> values = new TreeMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String name = text();
                values.put(name, value());
            }
            return new Note(type, values);
        }

        private Object value() throws IOException {
            switch (in.readUnsignedByte()) {
                case 'e':
                    in.skipNBytes(2);
                    return text();
                case 'c':
                    return binary(text());
                case '@':
                    return note();
                case '[':
                    return values();
                default:
                    return pool[in.readUnsignedShort()];
            }
        }

        private List<Object> values() throws IOException {
            List<Object> all = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                all.add(value());
            }
            return all;
        }

        private String text() throws IOException {
            return (String) pool[in.readUnsignedShort()];
        }

        private static String binary(String descriptor) {
            return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        }
    }
}
