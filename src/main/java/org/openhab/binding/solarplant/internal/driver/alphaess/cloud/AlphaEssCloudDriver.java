/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.Question.Outcome;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudAccount;

/** One system of an AlphaESS account, as the vendor's cloud tells of it. */
@NonNullByDefault
public final class AlphaEssCloudDriver implements Driver {

    /** What came of a round of questions: how many values were not believed, and what the first refused one had to say. */
    private record Asked(int rejected, Optional<Failure> excuse) {}

    private final CloudSystems systems;
    private final CloudAccount account;
    private final String serial;
    private final ToldCapacity capacity;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Supplier<ZoneId> zone;
    private final Interview interview;
    /** What keeps the whole account or system from answering, until something answers again. */
    private Optional<Failure> trouble = Optional.empty();
    private volatile boolean asking;
    private volatile boolean closed;

    /**
     * @param systems the account and its systems
     * @param serial the system's serial number
     * @param capacity the capacity of its battery, where the cloud does not tell
     * @param clock the time of readings
     * @param ticker elapsed time
     * @param zone where the plant stands: its days begin there
     */
    public AlphaEssCloudDriver(CloudSystems systems, String serial, ToldCapacity capacity, InstantSource clock,
            Ticker ticker, Supplier<ZoneId> zone) {
        this.systems = systems;
        this.account = systems.account();
        this.serial = serial;
        this.capacity = capacity;
        this.clock = clock;
        this.ticker = ticker;
        this.zone = zone;
        this.interview = new Interview(new DeviceId(DeviceKind.INVERTER, serial));
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        CloudSystem system = systems.find(serial)
                .orElseThrow(() -> new PollException(CloudFailures.notBound(serial), null));
        asking = true;
        Asked asked;
        try {
            asked = ask(cadence);
        } finally {
            asking = false;
        }
        Report report = new Report(system, interview.sheet(cadence, ticker.nanos()), cadence,
                clock.instant());
        if (report.isEmpty()) {
            throw new PollException(asked.excuse.orElse(new Failure(Failure.Kind.NO_DATA)), null);
        }
        return capacity.finish(report.readings(interview.chargers(), interview.pvMeter(), asked.rejected));
    }

    @Override
    public Optional<Failure> hindrance() {
        return account.isSlowedDown()
                ? Optional.of(new Failure(Failure.Kind.RATE_LIMIT,
                        Long.toString(account.spacing().plusMillis(999).toSeconds())))
                : Optional.empty();
    }

    /** Only for a call of its own: the others of the account must not suffer from this one's end. */
    @Override
    public void cut() {
        if (asking) {
            account.cut();
        }
    }

    @Override
    public void close() {
        closed = true;
        cut();
    }

    /**
     * Asks what is due. What fails for one endpoint leaves the others alone; what fails for the whole system ends the
     * poll, and fails it unless something was told before.
     */
    private Asked ask(Cadence cadence) throws PollException, InterruptedException {
        Set<Question> done = new HashSet<>();
        int rejected = 0;
        boolean accepted = false;
        Optional<Failure> excuse = Optional.empty();
        Optional<Question> next = interview.next(cadence, done, ticker.nanos(), now());
        if (next.isEmpty()) {
            throwTrouble();
        }
        while (next.isPresent() && !closed) {
            Question question = next.get();
            done.add(question);
            Outcome outcome = question.ask(account, ticker.nanos(), now());
            interview.learn(question, outcome, ticker.nanos());
            if (outcome instanceof Outcome.Failed(Failure why)) {
                if (!CloudFailures.isOfOneEndpoint(why)) {
                    boolean anything = accepted;
                    // what was told before is not lost, unless nothing will ever be told again
                    trouble = Optional.of(why).filter(all -> all.kind().stopsWire() || !anything);
                    break;
                }
                excuse = excuse.or(() -> Optional.of(why));
            }
            trouble = Optional.empty();
            if (outcome instanceof Outcome.Accepted(int besides)) {
                accepted = true;
                rejected += besides;
            }
            next = interview.next(cadence, done, ticker.nanos(), now());
        }
        throwTrouble();
        return new Asked(rejected, excuse);
    }

    private void throwTrouble() throws PollException {
        if (trouble.isPresent()) {
            throw new PollException(trouble.get(), null);
        }
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(zone.get());
    }
}
