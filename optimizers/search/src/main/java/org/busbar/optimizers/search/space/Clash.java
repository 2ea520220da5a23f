package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which limits of a block cannot be kept together: a smallest set in the sense that without any one of them the
 * others can be kept. Source of the deletion filter: J. W. Chinneck, E. W. Dravnieks, ORSA J. Comput. 3 (1991) 157,
 * doi:10.1287/ijoc.3.2.157.
 */
final class Clash {

    /** Members without limits get these, as shares, since the linear program needs some. */
    private static final double FAR = 1e5;

    private final List<Link> links;
    private final List<Member> members;

    Clash(List<Link> links, List<Member> members) {
        this.links = links;
        this.members = members;
    }

    /** The limits that clash, as people call them. */
    String names() {
        List<Link> kept = new ArrayList<>(links);
        List<Member> limited = new ArrayList<>(members);
        for (Link link : links) {
            kept.remove(link);
            if (isFeasible(kept, limited)) {
                kept.add(link);
            }
        }
        for (Member member : members) {
            limited.remove(member);
            if (isFeasible(kept, limited)) {
                limited.add(member);
            }
        }
        return Stream.concat(kept.stream().map(Link::name), limited.stream().map(Clash::name))
                .collect(Collectors.joining("; "));
    }

    private boolean isFeasible(List<Link> some, List<Member> limited) {
        List<Member> all = members.stream()
                .map(member -> limited.contains(member) ? member : open(member))
                .toList();
        return some.isEmpty() || Links.block(some, all).isFeasible();
    }

    private static Member open(Member member) {
        double far = FAR * member.range();
        return member.within(new Domain(0, 0, member.zero() - far, member.zero() + far));
    }

    private static String name(Member member) {
        return "the limits of " + member.name() + " from " + member.domain().min() + " to "
                + member.domain().max();
    }
}
