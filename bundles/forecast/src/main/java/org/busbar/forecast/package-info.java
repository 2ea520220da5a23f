/**
 * Works out on a virtual clock what runs would take, use and wait for; embedded in the bundle that forecasts.
 *
 * <p>{@link org.busbar.forecast.DryRun} is the way in. It is a discrete-event simulation of the orchestrator: an {@code
 * Agenda} of events in virtual time, a {@code VirtualLab} in which steps stand in line for devices and positions, a
 * {@code Course} for each run, and in it a {@code Branch} for each list of steps that is done on its own. Nothing in
 * this package starts a thread, looks at a clock, or touches a device.
 */
@NullMarked
package org.busbar.forecast;

import org.jspecify.annotations.NullMarked;
