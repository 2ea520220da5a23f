package org.busbar.api;

import java.net.URI;

/**
 * Data too large to carry along, such as an image or a raw file.
 *
 * @param uri where it is
 * @param mediaType what it is, such as {@code text/csv}
 * @param sha256 the SHA-256 of its bytes, as 64 hexadecimal digits
 */
public record Resource(URI uri, String mediaType, String sha256) implements Value {}
