/** Which inputs matter: sampling-based and surrogate-based sensitivity analyses, and the designs they need. */
@NullMarked
package org.busbar.analyses.sensitivity;

import org.jspecify.annotations.NullMarked;
