package org.busbar.orchestrator;

import org.busbar.api.experiment.Run;

/** What all branches of one run share. */
record RunContext(Run run, RunHistory history, RunControl control, Questions questions, Equipment equipment) {}
