package org.busbar.optimizers.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Members that each say how probable every label is. */
record Committee(List<Seat> seats) {

    Committee {
        seats = List.copyOf(seats);
    }

    /** One that has learnt. */
    @FunctionalInterface
    interface Member {

        /** The probability of each label at a row, adding up to 1; not to be changed. */
        double[] probabilities(double[] row);
    }

    /** @param share how much a member counts; those of a committee add up to 1 */
    record Seat(Member member, double share) {}

    /** A committee whose members all count alike. */
    static Committee of(List<Member> members) {
        return new Committee(members.stream()
                .map(member -> new Seat(member, 1.0 / members.size()))
                .toList());
    }

    /** A committee of committees that all count alike. */
    static Committee together(List<Committee> committees) {
        Function<Seat, Seat> smaller = seat -> new Seat(seat.member(), seat.share() / committees.size());
        List<Seat> seats = new ArrayList<>();
        committees.forEach(committee ->
                seats.addAll(committee.seats().stream().map(smaller).toList()));
        return new Committee(seats);
    }

    /** What all of them say at a row. */
    Opinion at(double[] row) {
        double[][] said = new double[seats.size()][];
        double[] shares = new double[seats.size()];
        for (int i = 0; i < shares.length; i++) {
            said[i] = seats.get(i).member().probabilities(row);
            shares[i] = seats.get(i).share();
        }
        return Opinion.of(said, shares);
    }
}
