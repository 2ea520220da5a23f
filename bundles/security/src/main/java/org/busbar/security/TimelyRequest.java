package org.busbar.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body must keep coming: a client that sends a byte now and then would hold a thread for as long as it
 * likes, as the connection is never idle.
 */
class TimelyRequest extends HttpServletRequestWrapper {

    private final Pace pace;
    private @Nullable ServletInputStream body;

    /**
     * How slow a body may be.
     *
     * @param grace what any body may take, however small
     * @param bytesPerSecond what it has to bring for each second more
     */
    record Pace(Duration grace, long bytesPerSecond) {

        boolean isKept(long begun, long bytes) {
            long allowed = grace.toNanos() + bytes * 1_000_000_000L / bytesPerSecond;
            return System.nanoTime() - begun <= allowed;
        }
    }

    /** A body that came too slowly. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("The body came too slowly");
        }
    }

    TimelyRequest(HttpServletRequest request, Pace pace) {
        super(request);
        this.pace = pace;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Watched(super.getInputStream(), pace);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class Watched extends ServletInputStream {

        private final ServletInputStream in;
        private final Pace pace;
        private final long begun = System.nanoTime();
        private long bytes;

        Watched(ServletInputStream in, Pace pace) {
            this.in = in;
            this.pace = pace;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws TooSlow {
            bytes += more;
            if (!pace.isKept(begun, bytes)) {
                throw new TooSlow();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
