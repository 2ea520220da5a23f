package org.busbar.analyses.gitt;

import java.util.List;
import java.util.TreeSet;

/**
 * The samples that are fitted together: a pulse, its rest and the sample before; and the last sample of the rests of
 * pulses nearby in the same direction, which tell the slope of the open-circuit voltage and its curvature.
 */
final class Excerpt {

    private static final int FEWEST_RESTS = 4;

    private final Pulse pulse;
    private final int[] samples;
    private final int offset;
    private final boolean curved;
    private final Settings settings;

    private Excerpt(Pulse pulse, TreeSet<Integer> chosen, boolean curved, Settings settings) {
        this.pulse = pulse;
        this.samples = chosen.stream().mapToInt(i -> i).toArray();
        this.offset = chosen.headSet(pulse.before()).size();
        this.curved = curved;
        this.settings = settings;
    }

    /** Around the pulse at {@code index}. */
    static Excerpt around(List<Pulse> pulses, int index, Settings settings) {
        Pulse pulse = pulses.get(index);
        TreeSet<Integer> chosen = new TreeSet<>();
        chosen.add(pulse.last());
        for (int way : new int[] {-1, 1}) {
            addRests(pulses, index, way, settings.neighbours(), chosen);
        }
        boolean curved = chosen.size() >= FEWEST_RESTS;
        addAll(pulse, pulse, chosen);
        return new Excerpt(pulse, chosen, curved, settings);
    }

    /** All samples of all pulses, which stand for the one in the middle. */
    static Excerpt all(List<Pulse> pulses, Settings settings) {
        TreeSet<Integer> chosen = new TreeSet<>();
        addAll(pulses.get(0), pulses.get(pulses.size() - 1), chosen);
        return new Excerpt(pulses.get(pulses.size() / 2), chosen, false, settings);
    }

    private static void addAll(Pulse first, Pulse last, TreeSet<Integer> chosen) {
        for (int i = first.before(); i <= last.last(); i++) {
            chosen.add(i);
        }
    }

    private static void addRests(List<Pulse> pulses, int index, int way, long most, TreeSet<Integer> chosen) {
        boolean charges = pulses.get(index).charges();
        for (int i = index + way; i >= 0 && i < pulses.size() && Math.abs(i - index) <= most; i += way) {
            if (pulses.get(i).charges() != charges) {
                break;
            }
            chosen.add(pulses.get(i).last());
        }
    }

    Pulse pulse() {
        return pulse;
    }

    Settings settings() {
        return settings;
    }

    int[] samples() {
        return samples;
    }

    /** Whether enough rests are there to tell a curvature. */
    boolean curved() {
        return curved;
    }

    /** Of the pulse itself and the sample before it: which of {@code numbers}, one per sample, are its own. */
    double[] own(double[] numbers) {
        double[] own = new double[pulse.last() - pulse.before() + 1];
        System.arraycopy(numbers, offset, own, 0, own.length);
        return own;
    }

    /** Where the last sample of the pulse's own rest is among {@link #samples}. */
    int end() {
        return offset + pulse.last() - pulse.before();
    }

    /** Seconds from the sample before the pulse to the last one of the rest. */
    double span() {
        double[] time = pulse.recording().time();
        return time[pulse.last()] - time[pulse.before()];
    }

    /** About {@code count} of the samples, enough to look around. */
    int[] thinned(int count) {
        int every = Math.max(1, samples.length / count);
        int[] some = new int[(samples.length + every - 1) / every];
        for (int i = 0; i < some.length; i++) {
            some[i] = samples[i * every];
        }
        return some;
    }
}
