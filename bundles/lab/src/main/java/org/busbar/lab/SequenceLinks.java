package org.busbar.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.busbar.api.experiment.Sequence;

/**
 * Links sequences that call others by name, all of them again whenever one changes. What calls a sequence that is not
 * there, or in the end itself, is at fault until that is mended.
 */
final class SequenceLinks {

    private final Map<String, SequenceFile> files = new LinkedHashMap<>(); // by name of the file, first come first

    private final Map<SequenceFile, SequenceFile.Linked> leaves = new IdentityHashMap<>(); // that call no others

    void put(String file, SequenceFile document) {
        leaves.remove(files.get(file));
        files.put(file, document);
    }

    void remove(String file) {
        SequenceFile before = files.get(file);
        files.remove(file);
        leaves.remove(before);
    }

    /** Every file with what became of it. */
    Map<String, SequenceFile.Linked> link() {
        return new Round().link();
    }

    /** One round of linking. */
    private final class Round {

        private final Map<String, String> owners = new HashMap<>(); // names of files by name of the sequence
        private final Map<String, SequenceFile.Linked> linked = new LinkedHashMap<>();

        Round() {
            files.forEach((file, document) -> {
                if (!document.name().isEmpty()) {
                    owners.putIfAbsent(document.name(), file);
                }
            });
        }

        Map<String, SequenceFile.Linked> link() {
            files.keySet().forEach(this::linked);
            return linked;
        }

        private SequenceFile.Linked linked(String file) {
            SequenceFile.Linked before = linked.get(file);
            if (before != null) {
                return before;
            }
            SequenceFile document = document(file);
            String owner = owners.getOrDefault(document.name(), file);
            SequenceFile.Linked now = owner.equals(file)
                    ? owned(document)
                    : document.link(callee -> callable("", callee)).alsoIn(document.name(), owner);
            linked.put(file, now);
            return now;
        }

        private SequenceFile.Linked owned(SequenceFile document) {
            SequenceFile.Linked leaf = leaves.get(document);
            if (leaf != null) {
                return leaf;
            }
            SequenceFile.Linked now = document.link(callee -> callable(document.name(), callee));
            if (document.callees().isEmpty()) {
                leaves.put(document, now);
            }
            return now;
        }

        private SequenceFile document(String file) {
            SequenceFile document = files.get(file);
            if (document == null) {
                throw new IllegalStateException("The file " + file + " was not put");
            }
            return document;
        }

        private Sequence callable(String caller, String callee) {
            String file = owners.get(callee);
            if (file == null) {
                throw new IllegalArgumentException(
                        "there is no sequence " + callee + ", only " + new TreeSet<>(owners.keySet()));
            }
            ring(caller, callee).ifPresent(ring -> {
                throw new IllegalArgumentException("sequences call each other in a ring: " + String.join(" -> ", ring));
            });
            return isInRing(callee)
                    ? unusable(callee, file)
                    : linked(file).procedure().map(it -> it.sequence()).orElseGet(() -> unusable(callee, file));
        }

        private Sequence unusable(String callee, String file) {
            throw new IllegalArgumentException("the sequence " + callee + " cannot be used; see " + file);
        }

        private boolean isInRing(String name) {
            return callees(name).stream().anyMatch(callee -> ring(name, callee).isPresent());
        }

        /** The way from a sequence by one that it calls back to itself; empty if there is none. */
        private Optional<List<String>> ring(String from, String callee) {
            Map<String, String> callers = new HashMap<>(Map.of(callee, from));
            Deque<String> next = new ArrayDeque<>(List.of(callee));
            Set<String> seen = new HashSet<>();
            while (!next.isEmpty()) {
                String name = next.remove();
                if (name.equals(from)) {
                    return Optional.of(way(from, callee, callers));
                }
                if (seen.add(name)) {
                    callees(name).forEach(called -> {
                        callers.putIfAbsent(called, name);
                        next.add(called);
                    });
                }
            }
            return Optional.empty();
        }

        private List<String> way(String from, String callee, Map<String, String> callers) {
            Deque<String> way = new ArrayDeque<>(List.of(from));
            String name = callee.equals(from) ? from : callers.getOrDefault(from, from);
            while (!name.equals(from)) {
                way.addFirst(name);
                name = callers.getOrDefault(name, from);
            }
            way.addFirst(from);
            return List.copyOf(way);
        }

        private Set<String> callees(String name) {
            String file = owners.get(name);
            return file == null ? Set.of() : document(file).callees();
        }
    }
}
