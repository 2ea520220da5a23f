package org.busbar.finales;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is not even a call, such as a path with a broken escape, in the shape of all other refusals. */
final class JsonErrors extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Answer answer = Answer.of(new Refused(code, message == null ? "The call cannot be read" : message));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.mediaType());
        byte[] body = answer.content() instanceof Answer.Whole whole ? whole.bytes() : new byte[0];
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
