package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.bayes.gp.Data;
import org.busbar.optimizers.bayes.gp.GaussianProcess;
import org.busbar.optimizers.bayes.gp.Kernel;
import org.busbar.optimizers.bayes.gp.Priors;
import org.busbar.optimizers.bayes.gp.Trainer;
import org.busbar.optimizers.bayes.gp.Transfer;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/**
 * Learns by Gaussian processes with a length scale for each column, found by maximum a posteriori, and averages over a
 * rough and a smooth kernel; with an {@code ensemble}, over so many draws of length scales too. Sources are learnt along,
 * and dropped if they mislead.
 */
@Component
@LabId("gp")
public final class GaussianSurrogate implements Surrogate {

    private static final int EXACT = 1_000; // more rows are learnt from near by only

    private static final List<Parameter> SETTINGS = List.of(
            Parameter.choice("kernel", "averaged", "matern-5/2", "matern-3/2", "rbf"),
            Parameter.choice("prior", "log-normal", "gamma", "low-noise"),
            Parameter.whole("ensemble", 0, 64));

    @Override
    public List<Parameter> settings() {
        return SETTINGS;
    }

    @Override
    public Model fit(Training training) {
        List<Kernel> kernels = kernels(training.settings());
        Priors.Family family = family(training.settings());
        Keyed keyed = Keyed.of(training.seed());
        int columns = training.columns().size();
        Data data = Data.of(columns, training.rows(), training.values(), training.variances());
        Trainer trainer = new Trainer(kernels.get(0), family);
        if (data.size() > EXACT) {
            return new LocalModel(trainer.fitLarge(data, keyed), data.size());
        }
        List<Model> members = new ArrayList<>(informed(training, trainer, data, keyed));
        for (Kernel kernel : kernels) {
            members.addAll(members(new Trainer(kernel, family), data, keyed, draws(training.settings())));
        }
        return members.size() == 1 ? members.get(0) : new Ensemble(members);
    }

    /** What also knows the sources: one member of as many as there will be, so that they can mislead only so far. */
    private static List<Model> informed(Training training, Trainer trainer, Data data, Keyed keyed) {
        if (training.sources().isEmpty()) {
            return List.of();
        }
        List<Data> sources = training.sources().stream()
                .map(source -> Data.of(data.columns(), source.rows(), source.values(), source.variances()))
                .toList();
        Transfer transfer = Transfer.fit(trainer, data, sources, keyed);
        return List.of(GaussianModel.of(transfer, training.sources(), data.size()));
    }

    /** The most probable process, or so many draws. */
    private static List<Model> members(Trainer trainer, Data data, Keyed keyed, int draws) {
        GaussianProcess best = trainer.fit(data, keyed);
        return draws == 0 || data.size() == 0
                ? List.of(GaussianModel.of(best))
                : trainer.ensemble(best, draws, keyed).stream()
                        .<Model>map(GaussianModel::of)
                        .toList();
    }

    private static List<Kernel> kernels(Values settings) {
        String name = text(settings, "kernel", "averaged");
        return switch (name) {
            case "rbf" -> List.of(Kernel.RBF);
            case "matern-3/2" -> List.of(Kernel.MATERN_32);
            case "matern-5/2" -> List.of(Kernel.MATERN_52);
            default -> List.of(Kernel.MATERN_52, Kernel.RBF);
        };
    }

    private static Priors.Family family(Values settings) {
        return Priors.Family.valueOf(
                text(settings, "prior", "log-normal").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static int draws(Values settings) {
        return settings.names().contains("ensemble")
                ? (int) settings.quantity("ensemble").value()
                : 0;
    }

    private static String text(Values settings, String name, String otherwise) {
        return settings.byName().get(name) instanceof Text given ? given.text() : otherwise;
    }
}
