/** Tells who asks: users, passwords, tokens, and the filter that every HTTP request passes. */
@NullMarked
package org.busbar.security;

import org.jspecify.annotations.NullMarked;
