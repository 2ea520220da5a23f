package org.busbar.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Run;
import org.busbar.api.lab.Lab;
import org.busbar.api.security.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is wrong with a run or campaign, and what it would take, before anything is touched. */
@Component(service = Routes.class)
public final class DryRunRoutes implements Routes {

    private static final int MOST_RUNS = 10_000;
    private static final int SLOTS_OF_RUNS = 10_000;
    private static final int SLOTS_OF_CAMPAIGN = 1_000;
    private static final String ID = "dry-run-";
    private static final Form.Field PARALLEL = Form.whole("parallel", 1, MOST_RUNS, "How many at the same time");

    private final Orchestrator orchestrator;
    private final Lab lab;

    /** Everything that is wrong; nothing if the list is empty. */
    record Findings(List<Finding> findings) {}

    @Activate
    public DryRunRoutes(@Reference Orchestrator orchestrator, @Reference Lab lab) {
        this.orchestrator = orchestrator;
        this.lab = lab;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(RunRoutes.RUNS + "/check")
                        .by(Role.OPERATOR)
                        .says("Everything that is wrong with a run; touches nothing")
                        .takes(RunForm.FORM)
                        .gives(Findings.class)
                        .does(this::check),
                Route.post(RunRoutes.RUNS + "/dry-run")
                        .by(Role.OPERATOR)
                        .says("What runs would take; touches nothing")
                        .takes(RunForm.FORM.and(
                                Form.whole("times", 1, MOST_RUNS, "How many runs; 1 if it is not given"), PARALLEL))
                        .gives(ForecastView.class)
                        .does(this::dryRun),
                Route.post("/api/v1/campaigns/{name}/dry-run")
                        .by(Role.OPERATOR)
                        .says("What the campaign of a plan would take; touches nothing")
                        .takes(Form.of(Form.whole("trials", 1, MOST_RUNS, "Other than the plan has"), PARALLEL))
                        .gives(ForecastView.class)
                        .does(this::campaign));
    }

    /** What cannot even be read is told once, by whoever read it. */
    private Response check(Call call) {
        RunForm form = new RunForm(lab, call);
        Inputs.Judged inputs = form.inputs();
        List<Finding> findings = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Problem.Fault fault : inputs.faults()) {
            findings.add(new Finding("", fault.path(), fault.detail()));
            told.add("inputs." + fault.path());
            told.add(fault.path());
        }
        orchestrator.check(form.run(ID + 1, inputs.values())).stream()
                .filter(found -> !found.step().isEmpty() || !told.contains(found.field()))
                .forEach(findings::add);
        return Response.json(new Findings(findings));
    }

    private Response dryRun(Call call) {
        Body body = call.json();
        RunForm form = new RunForm(lab, call);
        int times = body.number("times", 1, 1, MOST_RUNS);
        int parallel = body.number("parallel", 1, 1, MOST_RUNS);
        List<Run> runs =
                IntStream.rangeClosed(1, times).mapToObj(n -> form.run(ID + n)).toList();
        return Response.json(forecast(runs, parallel, SLOTS_OF_RUNS));
    }

    private Response campaign(Call call) {
        Body body = call.json();
        Campaign plan = plan(call.name("name"));
        int trials = body.number("trials", Math.min(plan.trials(), MOST_RUNS), 1, MOST_RUNS);
        int parallel = body.number("parallel", plan.parallel(), 1, MOST_RUNS);
        List<Run> runs = new Trials(lab, plan).runs(ID, trials);
        return Response.json(forecast(runs, parallel, SLOTS_OF_CAMPAIGN));
    }

    private Campaign plan(String name) {
        List<Campaign> plans = lab.plans().stream().map(plan -> plan.campaign()).toList();
        return plans.stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no plan '" + name + "', only "
                        + plans.stream().map(Campaign::name).toList()));
    }

    private ForecastView forecast(List<Run> runs, int parallel, int slots) {
        List<Finding> findings = orchestrator.check(runs.get(0));
        if (!findings.isEmpty()) {
            throw Refused.found(findings);
        }
        return ForecastView.of(Refused.where(() -> orchestrator.forecast(runs, parallel)), slots);
    }
}
