package org.busbar.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Writes responses that have an end. What was not changed since a client saw it last is not sent again. */
final class Delivery {

    private static final int TAG_BYTES = 12;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Delivery(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    private boolean isRead() {
        return isHead() || request.getMethod().equals("GET");
    }

    void write(Response.Download download) throws IOException {
        try (InputStream bytes = download.bytes()) {
            response.setContentType(download.mediaType());
            if (!isHead()) {
                bytes.transferTo(response.getOutputStream());
            }
        }
    }

    void write(Response.Document document) throws IOException {
        response.setStatus(document.status());
        document.headers().forEach(response::setHeader);
        byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
        boolean isText = document.mediaType().startsWith("text/");
        write(document.status(), document.mediaType() + (isText ? "; charset=UTF-8" : ""), bytes);
    }

    void write(Response.File file) throws IOException {
        file.headers().forEach(response::setHeader);
        write(HttpServletResponse.SC_OK, file.mediaType(), file.bytes());
    }

    private void write(int status, String mediaType, byte[] bytes) throws IOException {
        if (isRead() && status == HttpServletResponse.SC_OK) {
            String tag = tag(bytes);
            response.setHeader("ETag", tag);
            if (isKnown(tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        if (!isHead()) {
            response.getOutputStream().write(bytes);
        }
    }

    private boolean isKnown(String tag) {
        String known = request.getHeader("If-None-Match");
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || ("W/" + one).equals(tag));
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
