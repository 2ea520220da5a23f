package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.analysis.Reanalyses;
import org.busbar.api.analysis.Reanalysis;
import org.busbar.api.broker.Result;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.Journal;
import org.busbar.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Past raw data analysed again: of a run, or of a whole campaign. */
@Component(service = Routes.class)
public final class ReanalysisRoutes implements Routes {

    private static final String OF_RUN = RunRoutes.RUN + "/reanalysis";
    private static final String OF_CAMPAIGN = "/api/v1/campaigns/{id}/reanalysis";

    private final Reanalyses reanalyses;
    private final Campaigns campaigns;
    private final Journal journal;

    @Activate
    public ReanalysisRoutes(
            @Reference Reanalyses reanalyses, @Reference Campaigns campaigns, @Reference Journal journal) {
        this.reanalyses = reanalyses;
        this.campaigns = campaigns;
        this.journal = journal;
    }

    /** A trial, with its numbers of then and of now; {@code now} is null where nothing was analysed again. */
    record Compared(int number, Values point, Values then, @Nullable Reanalysis now) {}

    /** Which trial is the best. */
    record Best(int number, Values outputs) {

        static @Nullable Best of(Optional<Trial> trial) {
            return trial.map(one -> new Best(one.number(), one.outputs())).orElse(null);
        }
    }

    /** A campaign, as it was found and as it is found now. */
    record Comparison(String campaign, List<Compared> trials, @Nullable Best then, @Nullable Best now) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(OF_RUN)
                        .by(Role.SCIENTIST)
                        .says("Begins to analyse the raw data of a run again, with the analyses at hand now")
                        .takes(Form.of(Form.by()))
                        .gives(202, Reanalysis.class)
                        .does(this::begin),
                Route.get(OF_RUN)
                        .says("The last time a run was analysed again, beside what was found first")
                        .gives(Reanalysis.class)
                        .does(call -> Response.json(latest(call.name("id")))),
                Route.post(OF_RUN + "/adoption")
                        .by(Role.SCIENTIST)
                        .says("Makes the new numbers of a run count; the old ones are kept as a version of the result")
                        .takes(Form.of(Form.by()))
                        .gives(Result.class)
                        .does(call -> Response.json(adopt(latest(call.name("id")), call))),
                Route.post(OF_CAMPAIGN)
                        .by(Role.SCIENTIST)
                        .says("Begins to analyse the raw data of all trials of a campaign again")
                        .takes(Form.of(Form.by()))
                        .gives(202, Comparison.class)
                        .does(this::beginAll),
                Route.get(OF_CAMPAIGN)
                        .says("The numbers of a campaign of then and of now, and what that means for its best")
                        .gives(Comparison.class)
                        .does(call -> Response.json(comparison(CampaignRoutes.standing(campaigns, call)))),
                Route.post(OF_CAMPAIGN + "/adoption")
                        .by(Role.SCIENTIST)
                        .says("Makes the new numbers of a campaign count, also for its optimizer")
                        .takes(Form.of(Form.by()))
                        .gives(Comparison.class)
                        .does(this::adoptAll));
    }

    private Response begin(Call call) {
        String again = Refused.where(() -> reanalyses.begin(call.name("id"), call.actor(call.json(), "by")));
        return Response.json(202, reanalyses.compare(again));
    }

    private Reanalysis latest(String run) {
        return found(run).orElseThrow(() -> Refused.notFound("Run " + run + " was not analysed again so far"));
    }

    private Optional<Reanalysis> found(String run) {
        List<String> all = reanalyses.of(run);
        return all.isEmpty() ? Optional.empty() : Optional.of(reanalyses.compare(all.get(all.size() - 1)));
    }

    private Result adopt(Reanalysis found, Call call) {
        return Refused.where(() -> reanalyses.adopt(found.again(), call.actor(call.json(), "by")));
    }

    private Response beginAll(Call call) {
        Standing standing = CampaignRoutes.standing(campaigns, call);
        String by = call.actor(call.json(), "by");
        List<Trial> here = done(standing).stream()
                .filter(trial -> journal.knows(run(trial)))
                .toList();
        if (here.isEmpty()) {
            throw Refused.conflict(
                    "Campaign " + standing.id() + " has no trial that was done and measured in this lab, so"
                            + " there are no raw data to be analysed again");
        }
        here.forEach(trial -> Refused.where(() -> reanalyses.begin(run(trial), by)));
        return Response.json(202, comparison(standing));
    }

    private Response adoptAll(Call call) {
        Standing standing = CampaignRoutes.standing(campaigns, call);
        done(standing).forEach(trial -> found(run(trial)).ifPresent(found -> adopt(found, call)));
        return Response.json(comparison(CampaignRoutes.standing(campaigns, call)));
    }

    private Comparison comparison(Standing standing) {
        List<Compared> compared = new ArrayList<>();
        List<Trial> then = new ArrayList<>();
        List<Trial> now = new ArrayList<>();
        for (Trial trial : done(standing)) {
            Optional<Reanalysis> found = found(run(trial));
            Values before = found.map(one -> known(trial, one.before())).orElse(trial.outputs());
            compared.add(new Compared(trial.number(), trial.point(), before, found.orElse(null)));
            then.add(with(trial, before));
            now.add(with(trial, found.map(one -> known(trial, one.after())).orElse(before)));
        }
        return new Comparison(
                standing.id(),
                compared,
                Best.of(campaigns.best(standing.id(), then)),
                Best.of(campaigns.best(standing.id(), now)));
    }

    /** Of what a run gave, that which the trial tells. */
    private static Values known(Trial trial, Values given) {
        Values known = trial.outputs();
        for (String name : trial.outputs().names()) {
            known = given.has(name) ? known.with(name, given.get(name)) : known;
        }
        return known;
    }

    private static Trial with(Trial trial, Values outputs) {
        return new Trial(
                trial.number(),
                trial.point(),
                trial.suggestedBy(),
                trial.request(),
                trial.state(),
                outputs,
                trial.reason(),
                trial.grounds());
    }

    private static List<Trial> done(Standing standing) {
        return standing.trials().stream()
                .filter(trial -> trial.state() == Trial.State.DONE)
                .toList();
    }

    private static String run(Trial trial) {
        return "run-" + trial.request();
    }
}
