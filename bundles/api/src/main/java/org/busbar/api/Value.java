package org.busbar.api;

/** One value given to, or produced by, a plug-in. Every value is immutable. */
public sealed interface Value permits Quantity, Series, Text, Sample, Resource {}
