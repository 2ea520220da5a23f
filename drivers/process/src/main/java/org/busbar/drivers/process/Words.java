package org.busbar.drivers.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.drivers.described.Encoding;
import org.busbar.drivers.described.Scope;
import org.busbar.drivers.described.Template;
import org.busbar.drivers.described.yaml.Entry;

/** A program and its arguments; each word is one of them, whatever is filled in. There is no shell in between. */
record Words(List<Word> all) {

    private static final String BESIDE = "./";
    private static final Pattern WORD = Pattern.compile("(?:\\{[^{}]*}|\\S)+");

    /** @param before the folder that a word which begins with {@code ./} lies in; else empty */
    record Word(String before, Template template) {}

    /** A list of words, or a text with blanks between them. */
    static Words of(Entry entry, Path folder, Scope scope) {
        List<Word> words = entry.isList()
                ? entry.items().stream()
                        .map(item -> item.as(text -> word(text, folder, scope)))
                        .toList()
                : entry.as(text ->
                        split(text).map(word -> word(word, folder, scope)).toList());
        if (words.isEmpty()) {
            throw entry.mistake("the program is missing, as in: run: [python3, ./model.py, \"{x}\"]");
        }
        return new Words(words);
    }

    private static Stream<String> split(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static Word word(String text, Path folder, Scope scope) {
        if (!text.startsWith(BESIDE)) {
            return new Word("", Template.parse(text, scope, Encoding.PLAIN));
        }
        String name = text.substring(BESIDE.length());
        if (!name.contains("{") && !Files.exists(folder.resolve(name))) {
            throw new IllegalArgumentException("there is no " + folder.resolve(name)
                    + ": a word that begins with ./ is a file beside the description");
        }
        return new Word(folder + "/", Template.parse(name, scope, Encoding.PLAIN));
    }

    List<String> fill(Values known) {
        return all.stream().map(word -> word.before + word.template.fill(known)).toList();
    }
}
