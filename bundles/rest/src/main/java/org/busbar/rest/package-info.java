/** The HTTP api of the lab server, under {@code /api/v1} and {@code /health}, for programs on the same machine. */
@NullMarked
package org.busbar.rest;

import org.jspecify.annotations.NullMarked;
