package org.busbar.api.experiment;

/** What a run can be told. Every verb may be said twice. */
public enum Verb {
    /** Never begin; only before the first step has begun. */
    CANCEL,
    /** Let what is at work finish, and wait before the next step. */
    PAUSE,
    /** Have what is at work pause, or stop it if it may be repeated; refused if neither can be done. */
    PAUSE_NOW,
    /** Go on. */
    RESUME,
    /** Let what is at work finish, begin nothing new, clean up; the run is completed, stopped early. */
    STOP,
    /** Interrupt what is at work, make its devices safe, clean up; the run is aborted. */
    ABORT,
    /** Leave what is at work alone, begin nothing new, clean nothing up; its devices are unverified. */
    HALT
}
