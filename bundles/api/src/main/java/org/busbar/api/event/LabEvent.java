package org.busbar.api.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.broker.Registration;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.device.Detail;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;
import org.busbar.api.optimize.Space;

/** Something that happened. The journal of all events is the record of the lab. */
public sealed interface LabEvent {

    /** The subject of safety-stops. */
    String SAFETY = "safety";

    Instant time();

    /** The id of what it happened to: a run, a request, a campaign, a plug-in. */
    String subject();

    /** Events of a run. */
    sealed interface OfRun extends LabEvent {
        String run();

        @Override
        default String subject() {
            return run();
        }
    }

    /** Events of one execution of a step. */
    sealed interface OfStep extends OfRun {

        /** Its path. */
        String step();
    }

    record RunBegun(Instant time, Run begun) implements OfRun {
        @Override
        public String run() {
            return begun.id();
        }
    }

    /**
     * A step is about to be done; written before the device is touched.
     *
     * @param agent who will do it
     * @param step its path
     * @param repeatable whether it may be repeated if nothing more is heard of it
     * @param attempt from 1; more if it is tried again
     * @param effects what it is about to use up
     */
    record StepBegun(
            Instant time,
            String run,
            String step,
            Agent agent,
            Values inputs,
            boolean repeatable,
            int attempt,
            List<Effect> effects)
            implements OfStep {

        public StepBegun {
            effects = List.copyOf(effects);
        }

        /** The first attempt at a step that uses up nothing. */
        public StepBegun(Instant time, String run, String step, Agent agent, Values inputs, boolean repeatable) {
            this(time, run, step, agent, inputs, repeatable, 1, List.of());
        }
    }

    /** @param effects what it did to samples and stocks */
    record StepEnded(Instant time, String run, String step, Outcome outcome, List<Effect> effects) implements OfStep {
        public StepEnded {
            effects = List.copyOf(effects);
        }

        /** The end of a step that did nothing to samples and stocks. */
        public StepEnded(Instant time, String run, String step, Outcome outcome) {
            this(time, run, step, outcome, List.of());
        }
    }

    /** A person is asked something; see {@link org.busbar.api.experiment.Inquiry}. */
    record StepAsked(Instant time, String run, String step, String text) implements OfStep {}

    record StepSettled(Instant time, String run, String step, Settlement settlement, String by) implements OfStep {}

    record RunOrdered(Instant time, String run, Order order) implements OfRun {}

    record RunEnded(Instant time, String run, Run.State state, Values outputs, String reason, Run.Flag flag)
            implements OfRun {

        /** An end with nothing special about it. */
        public RunEnded(Instant time, String run, Run.State state, Values outputs, String reason) {
            this(time, run, state, outputs, reason, Run.Flag.NONE);
        }
    }

    /** No device is given work from here on. */
    record SafetyStopped(Instant time, String by, String reason) implements LabEvent {
        @Override
        public String subject() {
            return SAFETY;
        }
    }

    /** The devices are given work again. */
    record SafetyCleared(Instant time, String by, String reason) implements LabEvent {
        @Override
        public String subject() {
            return SAFETY;
        }
    }

    /** A device or position is given no work. */
    record Barred(Instant time, String device, Bar bar) implements LabEvent {
        @Override
        public String subject() {
            return device;
        }
    }

    /** A bar was taken away. */
    record Unbarred(Instant time, String device, Bar.Kind kind, String by, String reason) implements LabEvent {
        @Override
        public String subject() {
            return device;
        }
    }

    /** There is so much of a stock. */
    record Supplied(Instant time, Stock stock, String by) implements LabEvent {
        @Override
        public String subject() {
            return stock.name();
        }
    }

    /** A person entered or corrected a sample. */
    record Entered(Instant time, String sample, Effect effect, String by, String reason) implements LabEvent {
        @Override
        public String subject() {
            return sample;
        }
    }

    /** Something a part of the platform keeps for itself, such as a foreign client's words. */
    record Noted(Instant time, String subject, String topic, String content) implements LabEvent {}

    /** Events of a request. */
    sealed interface OfRequest extends LabEvent {
        String request();

        @Override
        default String subject() {
            return request();
        }
    }

    record Requested(Instant time, Request requested) implements OfRequest {
        @Override
        public String request() {
            return requested.id();
        }
    }

    /** A request was made for the sake of this one. */
    record Branched(Instant time, String request, String child) implements OfRequest {}

    /** @param lease how long the tenant may be silent; zero if as long as it likes */
    record Reserved(Instant time, String request, String tenant, Duration lease) implements OfRequest {}

    /** The tenant has begun. */
    record Started(Instant time, String request, String tenant) implements OfRequest {}

    /** The request is open for tenants again. */
    record Released(Instant time, String request, String by, String reason) implements OfRequest {}

    /** The tenant fell silent at work that may not be repeated; a person has to say what became of it. */
    record Questioned(Instant time, String request, String reason) implements OfRequest {}

    record Resolved(Instant time, Result result) implements OfRequest {
        @Override
        public String request() {
            return result.request().id();
        }
    }

    /** A result that nobody had asked for. */
    record Reported(Instant time, Result result) implements OfRequest {
        @Override
        public String request() {
            return result.request().id();
        }
    }

    /** A result was corrected by a new version. */
    record Amended(Instant time, Result result, String by, String reason) implements OfRequest {
        @Override
        public String request() {
            return result.request().id();
        }
    }

    /** A result was marked as deleted. */
    record Deleted(Instant time, String request, String by, String reason) implements OfRequest {}

    /** The request will get no result: {@code state} is FAILED, EXPIRED, RETRACTED or REJECTED. */
    record Unresolved(Instant time, String request, Request.State state, String reason) implements OfRequest {}

    /** A tenant outside this process was taken in, or offers something else. */
    record Registered(Instant time, Registration registration, String by) implements LabEvent {
        @Override
        public String subject() {
            return registration.tenant();
        }
    }

    /** A tenant outside this process was let go. */
    record Retired(Instant time, String tenant, String by, String reason) implements LabEvent {
        @Override
        public String subject() {
            return tenant;
        }
    }

    /** Events of a campaign. */
    sealed interface OfCampaign extends LabEvent {
        String campaign();

        @Override
        default String subject() {
            return campaign();
        }
    }

    record CampaignBegun(Instant time, String campaign, Campaign begun) implements OfCampaign {}

    record TrialSuggested(
            Instant time, String campaign, int number, Values point, Agent suggestedBy, String request, Grounds grounds)
            implements OfCampaign {}

    record OptimizerSwapped(Instant time, String campaign, String from, String to, String by, Values settings)
            implements OfCampaign {}

    /** A second optimizer is asked from now on and not obeyed; nobody if it is empty. */
    record Shadowed(Instant time, String campaign, String optimizer, Values settings, String by)
            implements OfCampaign {}

    /** What the optimizer that is not obeyed answered to the question for a trial. */
    record ShadowAnswered(Instant time, String campaign, Shadow.Answer answer) implements OfCampaign {}

    /** Suggestions are made in another space from now on. */
    record Respaced(Instant time, String campaign, Space space, String by) implements OfCampaign {}

    /** A campaign was told to STOP. */
    record CampaignStopping(Instant time, String campaign, String by) implements OfCampaign {}

    /** A campaign was told anything else. */
    record CampaignOrdered(Instant time, String campaign, Order order) implements OfCampaign {}

    record CampaignEnded(Instant time, String campaign, Campaign.State state, String reason) implements OfCampaign {}

    /** Events of a plug-in. */
    sealed interface OfPlugin extends LabEvent {
        String plugin();

        @Override
        default String subject() {
            return plugin();
        }
    }

    /** @param kind device, analysis, optimizer, mapping or tenant */
    record Appeared(Instant time, String plugin, String kind, Agent agent) implements OfPlugin {}

    record Vanished(Instant time, String plugin, String kind) implements OfPlugin {}

    /**
     * Something is wrong with a plug-in, a file of the lab or a listener, and nothing else was disturbed.
     *
     * @param plugin its {@code lab.id}, symbolic name or file name
     * @param reason one sentence for people
     */
    record Faulted(Instant time, String plugin, String reason) implements OfPlugin {}

    /**
     * A device became ready for work, was lost, or is not fit for it.
     *
     * @param state IDLE, OFFLINE or ERROR
     * @param code what is wrong with it; empty if nothing is
     * @param reason one sentence for people; empty if there is nothing to say
     */
    record StateChanged(Instant time, String plugin, Station.State state, Optional<Detail> code, String reason)
            implements OfPlugin {}

    /**
     * A plug-in was put in, taken out or put back by a person.
     *
     * @param plugin its symbolic name
     * @param what such as {@code installed}, {@code removed} or {@code rolled back}
     * @param version which one is at work since; empty if none is
     * @param sha256 the SHA-256 of its jar; empty if none is at work
     */
    record PluginOrdered(Instant time, String plugin, String what, String version, String sha256, String by)
            implements OfPlugin {}

    /** A jar took the place of an older one of the same symbolic name; {@code swap} is unique. */
    record Upgraded(Instant time, String plugin, String swap, String from, String to) implements OfPlugin {}

    /** An upgrade failed and the old version is back at work. */
    record Restored(Instant time, String plugin, String swap, String from, String to, String reason)
            implements OfPlugin {}
}
