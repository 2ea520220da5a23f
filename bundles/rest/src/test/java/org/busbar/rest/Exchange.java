package org.busbar.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.busbar.api.security.Caller;

/** One request of a servlet and its response, without a server. */
final class Exchange {

    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Caller caller = Api.LOCAL;
    int status = 200;
    private final String method;
    private final String uri;
    private byte[] body = new byte[0];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Exchange(String method, String uri) {
        this.method = method;
        this.uri = uri;
        headers.put("Host", "localhost:8080");
    }

    Exchange body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", "application/json; charset=utf-8");
    }

    Exchange header(String name, String value) {
        headers.remove(name);
        if (value != null) {
            headers.put(name, value);
        }
        return this;
    }

    Exchange run(ApiServlet servlet) throws IOException {
        servlet.service(fake(HttpServletRequest.class, this::request), fake(HttpServletResponse.class, this::response));
        return this;
    }

    String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String sentBody = new String(body, StandardCharsets.UTF_8);
        return method + " " + uri + " " + headers + " " + sentBody.substring(0, Math.min(500, sentBody.length()));
    }

    private Object request(Object proxy, java.lang.reflect.Method called, Object[] given) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri.split("\\?", 2)[0];
            case "getQueryString" -> uri.contains("?") ? uri.split("\\?", 2)[1] : null;
            case "getUserPrincipal" -> caller;
            case "getRemotePort" -> 1;
            case "getRemoteAddr" -> "127.0.0.1";
            case "getAttribute" -> null;
            case "getHeader" -> headers.get((String) given[0]);
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getInputStream" -> new In(new ByteArrayInputStream(body));
            case "startAsync" -> fake(AsyncContext.class, this::async);
            default -> throw new UnsupportedOperationException(called.getName());
        };
    }

    private Object async(Object proxy, java.lang.reflect.Method called, Object[] given) {
        return called.getName().equals("getResponse") ? fake(HttpServletResponse.class, this::response) : null;
    }

    private Object response(Object proxy, java.lang.reflect.Method called, Object[] given) {
        switch (called.getName()) {
            case "setStatus" -> status = (int) given[0];
            case "setHeader" -> sent.put((String) given[0], (String) given[1]);
            case "setContentType" -> sent.put("Content-Type", (String) given[0]);
            case "setContentLength" -> sent.put("Content-Length", given[0].toString());
            case "getOutputStream" -> {
                return new Out(out);
            }
            default -> throw new UnsupportedOperationException(called.getName());
        }
        return null;
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Exchange.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class In extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        In(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Out extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Out(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
