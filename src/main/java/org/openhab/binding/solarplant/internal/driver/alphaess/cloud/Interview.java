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

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.driver.alphaess.cloud.Question.Result;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;

/** All that a system is asked, in the order of its weight, and what is known from it. */
@NonNullByDefault
final class Interview {

    private final String serial;
    private final Chargers chargers = new Chargers();
    private final LivePower livePower;
    private final PowerSource power;
    private final Question energy;
    private final Map<DeviceId, Question> chargerStatus = new HashMap<>();
    private final Question sums;
    private final Schedules schedules;
    private final Question chargerList;
    private final Question chargerLimit;

    /**
     * @param system the system as an inverter
     */
    Interview(DeviceId system) {
        this.serial = system.key();
        this.livePower = new LivePower(system, chargers);
        this.power = new PowerSource(livePower, question(livePower), question(new History(system, chargers)));
        this.energy = question(new DayEnergy(system, chargers));
        this.sums = question(new Sums(system));
        this.schedules = new Schedules(question(new PeriodicSchedule(system)),
                question(TwoSlotSchedule.charge(system)), question(TwoSlotSchedule.discharge(system)));
        this.chargerList = question(new ChargerList(system, chargers));
        this.chargerLimit = question(new ChargerLimit(chargers));
    }

    /**
     * What is to be asked next; nothing if all is known that a poll of this cadence wants to know. Answers may bring up
     * further questions, so it is to be called anew after each.
     *
     * @param done what this poll has asked already
     */
    Optional<Question> next(Cadence cadence, Set<Question> done, long nanos, ZonedDateTime now) {
        return questions(cadence).filter(question -> !done.contains(question) && question.isDue(nanos, now))
                .min(Comparator.comparing(Question::hasFailed));
    }

    /** All of it is asked at the next opportunity, whatever is known. */
    void askAnew() {
        questions(Cadence.FULL).forEach(Question::askAnew);
    }

    /** Learns from what came of asking what may be asked at all. */
    void learn(Question asked, Result outcome, long nanos) {
        power.learn(asked, outcome, nanos);
        schedules.learn(asked, outcome);
    }

    /** What is known for a poll of this cadence; of what two answers tell, that of the weightier one. */
    Sheet sheet(Cadence cadence, long nanos, ZonedDateTime now) {
        Sheet sheet = new Sheet();
        questions(cadence).toList().reversed()
                .forEach(question -> question.sheet(nanos, now).ifPresent(sheet::putAll));
        power.withdraw(sheet, nanos, now);
        return sheet;
    }

    /** The chargers of the system. */
    List<Device> chargers() {
        return chargers.all();
    }

    /** The question after what a charger does. */
    Question chargerStatus(DeviceId charger) {
        return chargerStatus.computeIfAbsent(charger, id -> question(new ChargerStatus(id)));
    }

    /** The question after the current that the chargers may draw. */
    Question chargerLimit() {
        return chargerLimit;
    }

    /** The stores of schedules. */
    Schedules schedules() {
        return schedules;
    }

    /** The meter of generators that are no strings of the inverter. */
    DeviceId pvMeter() {
        return livePower.pvMeter();
    }

    /** All that may be asked at present; a fast poll asks for what changes by the second. */
    private Stream<Question> questions(Cadence cadence) {
        Stream<Question> powers = power.questions().stream();
        if (cadence == Cadence.FAST) {
            return Stream.of(powers, Stream.of(energy), statusQuestions()).flatMap(questions -> questions);
        }
        Stream<Question> limit = chargers.all().isEmpty() ? Stream.empty() : Stream.of(chargerLimit);
        return Stream.of(powers, Stream.of(chargerList, energy), statusQuestions(), Stream.of(sums),
                schedules.questions().stream(), limit).flatMap(questions -> questions);
    }

    private Stream<Question> statusQuestions() {
        return chargers.all().stream().map(Device::id)
                .map(this::chargerStatus);
    }

    private Question question(Section section) {
        return new Question(section, serial);
    }
}
