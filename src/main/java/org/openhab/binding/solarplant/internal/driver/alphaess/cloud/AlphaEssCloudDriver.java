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

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.Driver;
import org.openhab.binding.solarplant.internal.driver.RatedPower;
import org.openhab.binding.solarplant.internal.driver.ToldCapacity;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.Question.Result;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceMemory;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.PollException;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;

/** One system of an AlphaESS account, as the vendor's cloud tells of it. */
@NonNullByDefault
public final class AlphaEssCloudDriver implements Driver {

    /** What came of a round of questions: how many values were not believed, and what the first refused one had to say. */
    private record Asked(int rejected, Optional<Failure> excuse) {}

    private final CloudSystems systems;
    private final CloudApi account;
    private boolean listIsDue;
    private final String serial;
    private final ToldCapacity capacity;
    private final DeviceMemory memory;
    private final InstantSource clock;
    private final Interview interview;
    private final Inquiry inquiry;
    private final CloudOrders orders;
    /** What keeps the whole account or system from answering, until something answers again. */
    private Optional<Failure> trouble = Optional.empty();
    private volatile boolean closed;

    /**
     * @param systems the systems of the account
     * @param account the account, as this system uses it
     * @param serial the system's serial number
     * @param capacity the capacity of its battery, where the cloud does not tell
     * @param memory what of the system outlives a restart
     * @param clock the time of readings
     * @param ticker elapsed time; where an order pauses, others may use the account
     * @param zone where the plant stands: its days begin there
     */
    public AlphaEssCloudDriver(CloudSystems systems, CloudApi account, String serial, ToldCapacity capacity,
            DeviceMemory memory, InstantSource clock, Ticker ticker, Supplier<ZoneId> zone) {
        this.systems = systems;
        this.account = new OwnCalls(account);
        this.serial = serial;
        this.capacity = capacity;
        this.memory = memory;
        this.clock = clock;
        DeviceId device = new DeviceId(DeviceKind.INVERTER, serial);
        this.interview = new Interview(device);
        this.inquiry = new Inquiry(interview, this.account, clock, ticker, zone);
        this.orders = new CloudOrders(device, interview, inquiry, new Writer(this.account, serial, inquiry, ticker),
                memory);
    }

    @Override
    public List<Reading> poll(Cadence cadence) throws PollException, InterruptedException {
        if (listIsDue) {
            systems.refresh(account);
            listIsDue = false;
        }
        CloudSystem system = systems.find(serial)
                .orElseThrow(() -> new PollException(CloudFailures.notBound(serial), null));
        system.plate().rated().ifPresent(watts -> RatedPower.keep(memory, system.id(), watts));
        Asked asked = ask(cadence);
        Report report = new Report(system, inquiry.sheet(cadence), cadence,
                clock.instant());
        if (report.isEmpty()) {
            throw new PollException(asked.excuse.orElse(new Failure(Failure.Kind.NO_DATA)), null);
        }
        return capacity.finish(report.readings(interview.chargers(), interview.pvMeter(), asked.rejected));
    }

    @Override
    public Map<DeviceId, Map<Metric, Allowed>> settings() {
        return orders.settings();
    }

    @Override
    public Outcome apply(Order order) throws InterruptedException {
        Optional<CloudSystem> system = systems.find(serial);
        if (system.isEmpty()) {
            return new Outcome.Refused(Refusal.Kind.NOT_CONNECTED);
        }
        return orders.apply(order, () -> report(system.get()));
    }

    @Override
    public Set<String> lanes(Order order) {
        return orders.lanes(order);
    }

    @Override
    public Duration busy(Set<String> lanes) {
        return orders.busy(lanes);
    }

    @Override
    public Optional<Refusal> objection(Order order) {
        return orders.objection(order);
    }

    @Override
    public Optional<Failure> hindrance() {
        return account.isSlowedDown()
                ? Optional.of(new Failure(Failure.Kind.RATE_LIMIT,
                        Long.toString(account.spacing().plusMillis(999).toSeconds())))
                : Optional.empty();
    }

    @Override
    public void searchAnew() {
        listIsDue = true;
        interview.askAnew();
    }

    @Override
    public void tryAgain() {
        account.tryAgain();
    }

    @Override
    public void cut() {
        account.cut();
    }

    @Override
    public void close() {
        closed = true;
        orders.close();
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
        Optional<Question> next = inquiry.next(cadence, done);
        if (next.isEmpty()) {
            throwTrouble();
        }
        while (next.isPresent() && !closed) {
            Question question = next.get();
            done.add(question);
            Result result = inquiry.ask(question);
            if (result instanceof Result.Failed(Failure why)) {
                if (!CloudFailures.isOfOneEndpoint(why)) {
                    boolean anything = accepted;
                    // what was told before is not lost, unless nothing will ever be told again
                    trouble = Optional.of(why).filter(all -> all.kind().stopsWire() || !anything);
                    break;
                }
                excuse = excuse.or(() -> Optional.of(why));
            }
            trouble = Optional.empty();
            if (result instanceof Result.Accepted(Json data, int besides)) {
                accepted = true;
                rejected += besides;
            }
            next = inquiry.next(cadence, done);
        }
        throwTrouble();
        return new Asked(rejected, excuse);
    }

    /** All that is known by now; what was read back is part of it. */
    private List<Reading> report(CloudSystem system) {
        return new Report(system, inquiry.sheet(Cadence.FULL), Cadence.FULL, clock.instant())
                .readings(interview.chargers(), interview.pvMeter(), 0);
    }

    private void throwTrouble() throws PollException {
        if (trouble.isPresent()) {
            throw new PollException(trouble.get(), null);
        }
    }

}
