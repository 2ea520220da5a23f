package org.busbar.optimizers.designs;

import org.busbar.optimizers.search.numeric.Sobol;

/**
 * The scrambled Sobol sequence: every beginning of it fills the space evenly, most so after 2^m points.
 *
 * <p>I. M. Sobol', USSR Comput. Math. Math. Phys. 7, 86 (1967), doi:10.1016/0041-5553(67)90144-9.
 */
final class SobolSequence implements Design {

    @Override
    public Plan on(Ground ground) {
        Spread spread = new Spread(ground);
        return Sequence.plan("Sobol sequence", ground, () -> {
            Sobol sobol = new Sobol(spread.width(), ground.random().at(3));
            return () -> spread.at(sobol.next());
        });
    }
}
