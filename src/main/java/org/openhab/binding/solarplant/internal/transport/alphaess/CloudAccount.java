/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.transport.HttpReply;
import org.openhab.binding.solarplant.internal.transport.HttpTransport;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.TransportException;

import com.google.gson.JsonObject;

/**
 * An account at the AlphaESS cloud: signs the calls, lets one through at a time and at the pace that the cloud bears.
 * Once its credentials were rejected, it asks only once an hour whether they still are, or when somebody wants to know.
 */
@NonNullByDefault
public final class CloudAccount implements CloudApi {

    /** A signed time further off than this is refused (alphaess.md §1.2). */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(300);

    /**
     * What a second try may mend. The address has been complained about where the time was meant (alphaess.md §1.2).
     */
    private static final Set<Meaning> READ_AGAIN = EnumSet.of(Meaning.RATE_LIMIT, Meaning.CLOCK,
            Meaning.ADDRESS_BLOCKED, Meaning.UNCLEAR);
    /**
     * The same where it is certain that the first try had no effect. That one endpoint is written to too often says nothing
     * of the others: whoever writes to it waits, and readings keep their pace.
     */
    private static final Set<Meaning> WRITE_AGAIN = EnumSet.of(Meaning.CLOCK, Meaning.ADDRESS_BLOCKED);

    private final HttpTransport http;
    private final String base;
    private final Credentials credentials;
    private final InstantSource clock;
    private final Gate gate;
    private final Ticker ticker;
    private volatile @Nullable Rejection rejection;

    /** Credentials that were rejected, and when. */
    private record Rejection(Answer.Refused answer, long at) {}

    /** An account may be put right at the vendor's, and nobody tells. */
    private static final Duration REJECTED_FOR = Duration.ofHours(1);

    /** A request that lacks nothing but its signature. */
    private interface Call {
        HttpReply send(Map<String, String> headers) throws TransportException, InterruptedException;
    }

    /** A reply and the time of this computer when it came. */
    private record Exchange(HttpReply reply, Answer answer, Instant at) {}

    /**
     * @param http the way there
     * @param base where the endpoints are, such as {@code https://openapi.alphaess.com/api}
     * @param clock the time that is signed
     * @param ticker elapsed time
     * @param gate the pace, which all share who have this AppID
     */
    public CloudAccount(HttpTransport http, String base, Credentials credentials, InstantSource clock, Ticker ticker,
            Gate gate) {
        this.http = http;
        this.base = base.endsWith("/") ? base : base + "/";
        this.credentials = credentials;
        this.clock = clock;
        this.ticker = ticker;
        this.gate = gate;
    }

    @Override
    public Answer get(String endpoint, Map<String, String> parameters)
            throws TransportException, InterruptedException {
        URI address = URI.create(base + endpoint + query(parameters));
        return inTurn(headers -> http.get(address, headers), READ_AGAIN);
    }

    @Override
    public Answer post(String endpoint, JsonObject body) throws TransportException, InterruptedException {
        URI address = URI.create(base + endpoint);
        return inTurn(headers -> http.post(address, headers, body.toString()), WRITE_AGAIN);
    }

    private Answer inTurn(Call call, Set<Meaning> again) throws TransportException, InterruptedException {
        gate.enter();
        try {
            Rejection known = rejection;
            if (known != null && ticker.nanos() - known.at < REJECTED_FOR.toNanos()) {
                return known.answer;
            }
            rejection = null;
            return verdict(ask(call), call, again);
        } finally {
            gate.leave();
        }
    }

    @Override
    public Duration spacing() {
        return gate.spacing();
    }

    @Override
    public boolean isSlowedDown() {
        return gate.spacing().compareTo(Gate.USUAL) > 0;
    }

    @Override
    public void tryAgain() {
        rejection = null;
    }

    @Override
    public void cut() {
        http.cut();
    }

    /** Some refusals are worth a second try, once. */
    private Answer verdict(Exchange first, Call call, Set<Meaning> again)
            throws TransportException, InterruptedException {
        if (!(first.answer instanceof Answer.Refused(Meaning meaning, int code))) {
            return first.answer;
        }
        if (meaning == Meaning.RATE_LIMIT && again.contains(meaning)) {
            gate.slowDown();
        }
        // within the tolerance of the clock the request may just have been under way for long
        boolean isWorthIt = again.contains(meaning)
                && (meaning != Meaning.CLOCK || ahead(first).filter(CloudAccount::isTolerable).isPresent());
        return conclude(isWorthIt ? ask(call) : first, again);
    }

    private Answer conclude(Exchange last, Set<Meaning> again) {
        if (!(last.answer instanceof Answer.Refused refusal)) {
            return last.answer;
        }
        if (refusal.meaning() == Meaning.RATE_LIMIT && again.contains(Meaning.RATE_LIMIT)) {
            gate.slowDown();
        } else if (refusal.meaning() == Meaning.CREDENTIALS) {
            rejection = new Rejection(refusal, ticker.nanos());
        } else if (refusal.meaning() == Meaning.CLOCK) {
            return ahead(last).<Answer>map(Answer.ClockOff::new).orElse(refusal);
        }
        return refusal;
    }

    private Exchange ask(Call call) throws TransportException, InterruptedException {
        gate.pass();
        String timeStamp = Long.toString(clock.instant().getEpochSecond());
        HttpReply reply = call.send(Map.of("appId", credentials.appId(), "timeStamp", timeStamp, "sign",
                credentials.signature(timeStamp)));
        return new Exchange(reply, Envelope.open(reply), clock.instant());
    }

    private static Optional<Duration> ahead(Exchange exchange) {
        return exchange.reply.date().map(date -> Duration.between(date, exchange.at));
    }

    private static boolean isTolerable(Duration ahead) {
        return ahead.abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : new TreeMap<>(parameters).entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
