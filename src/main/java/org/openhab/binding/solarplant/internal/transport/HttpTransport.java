/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.api.ContentResponse;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.util.FutureResponseListener;
import org.eclipse.jetty.client.util.StringContentProvider;
import org.eclipse.jetty.http.HttpHeader;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;

/**
 * Requests over HTTP, one at a time, with a client that is not its own. Follows no redirect, since what stands in the
 * headers is meant for one host.
 */
@NonNullByDefault
public final class HttpTransport {

    /** A day of history, the longest answer, has 288 records of some 150 bytes (alphaess.md §1.5). */
    private static final int MOST_BYTES = 1 << 20;
    /** The client ends a request in time by itself; this is for a client that does not. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Duration timeout;
    private volatile @Nullable Request current;

    /**
     * @param client started, and stopped by whom it belongs to
     * @param timeout the longest from a request to the end of its answer
     */
    public HttpTransport(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /**
     * Fetches what is at this address.
     *
     * @throws TransportException if no whole reply came in time
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public HttpReply get(URI address, Map<String, String> headers) throws TransportException, InterruptedException {
        return exchange(address, client.newRequest(address), headers);
    }

    /**
     * Sends JSON to this address. Never sent twice: if no reply comes, it may have had its effect all the same.
     *
     * @param body the JSON
     * @throws TransportException if no whole reply came in time
     * @throws InterruptedException if the thread was told to stop meanwhile
     */
    public HttpReply post(URI address, Map<String, String> headers, String body)
            throws TransportException, InterruptedException {
        return exchange(address, client.POST(address)
                .content(new StringContentProvider("application/json", body, StandardCharsets.UTF_8)), headers);
    }

    private HttpReply exchange(URI address, Request request, Map<String, String> headers)
            throws TransportException, InterruptedException {
        request.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS).followRedirects(false);
        headers.forEach(request::header);
        FutureResponseListener reply = new FutureResponseListener(request, MOST_BYTES);
        current = request;
        try {
            request.send(reply);
            return reply(reply.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpResponseException refusal) {
                // the client itself objects to a refusal that does not say how to prove who one is
                Response answer = refusal.getResponse();
                return new HttpReply(answer.getStatus(), date(answer.getHeaders().get(HttpHeader.DATE)), "");
            }
            throw failure(address, e.getCause());
        } catch (TimeoutException e) {
            request.abort(e);
            throw new TimedOut(timeout);
        } catch (InterruptedException e) {
            request.abort(e);
            throw e;
        } catch (RuntimeException e) {
            // a client that is stopped, a queue that is full
            throw unreachable(address, e);
        } finally {
            current = null;
        }
    }

    /** Makes a request under way fail at once. */
    public void cut() {
        Request request = current;
        if (request != null) {
            request.abort(new InterruptedException("cut"));
        }
    }

    private static HttpReply reply(ContentResponse response) {
        return new HttpReply(response.getStatus(), date(response.getHeaders().get(HttpHeader.DATE)),
                new String(response.getContent(), StandardCharsets.UTF_8));
    }

    private static Optional<Instant> date(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            // a server that tells no time in time's own form tells none
            return Optional.empty();
        }
    }

    private TransportException failure(URI address, @Nullable Throwable cause) {
        if (cause instanceof TimeoutException) {
            return new TimedOut(timeout);
        }
        if (cause instanceof IllegalArgumentException) {
            return new Garbled("the answer is longer than any can be", null);
        }
        return unreachable(address, cause);
    }

    /** Without the cause itself, which may name the whole address, and with it a system. */
    private static Unreachable unreachable(URI address, @Nullable Throwable cause) {
        String problem = cause == null ? "no reply" : cause.getClass().getSimpleName();
        return new Unreachable(place(address),
                cause instanceof IOException ? problem + ": " + cause.getMessage() : problem, null);
    }

    private static String place(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }
}
