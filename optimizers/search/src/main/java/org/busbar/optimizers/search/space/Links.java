package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.optimize.Space;

/** The mixtures and constraints of a space, in groups that share no parameter. */
final class Links {

    private Links() {}

    static List<List<Link>> of(Space space) {
        List<String> names =
                space.parameters().stream().map(parameter -> parameter.name()).toList();
        List<List<Link>> groups = new ArrayList<>();
        Stream.concat(
                        space.mixtures().stream().map(mixture -> Link.of(mixture, names, space.parameters())),
                        space.constraints().stream().map(constraint -> Link.of(constraint, names)))
                .forEach(link -> join(groups, link));
        return groups;
    }

    private static void join(List<List<Link>> groups, Link link) {
        List<Link> joined = new ArrayList<>();
        for (List<Link> group : List.copyOf(groups)) {
            if (group.stream().anyMatch(link::isLinkedTo)) {
                joined.addAll(group);
                groups.remove(group);
            }
        }
        joined.add(link);
        groups.add(joined);
    }

    static Block block(List<Link> links, List<Member> members) {
        return new Block(
                members,
                links.stream().map(link -> link.row(members)).toList(),
                links.stream().map(link -> link.share(members)).toList());
    }

    /** The numbers that a group is about, in the order of the parameters. */
    static List<Integer> parameters(List<Link> links) {
        return links.stream()
                .flatMap(link -> link.parameters().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
