/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.action;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.handler.InverterHandler;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.ActionOutput;
import org.openhab.core.automation.annotation.RuleAction;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingActionsScope;
import org.openhab.core.thing.binding.ThingHandler;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** What rules can have an inverter do. */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = InverterActions.class)
@ThingActionsScope(name = "solarplant")
public class InverterActions implements ThingActions, BatteryActions {

    private @Nullable InverterHandler handler;

    @Override
    public void setThingHandler(ThingHandler handler) {
        this.handler = (InverterHandler) handler;
    }

    @Override
    public @Nullable ThingHandler getThingHandler() {
        return handler;
    }

    /** Charges each day between these times, until that state of charge in %. */
    @Override
    @RuleAction(label = "@text/action.charge-battery.label", description = "@text/action.charge-battery.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> chargeBattery(
            @ActionInput(name = "start", label = "@text/action.start.label", description = "@text/action.start.description") @Nullable LocalTime start,
            @ActionInput(name = "end", label = "@text/action.end.label", description = "@text/action.end.description") @Nullable LocalTime end,
            @ActionInput(name = "targetSoc", label = "@text/action.targetSoc.label", description = "@text/action.targetSoc.description") @Nullable Number targetSoc) {
        return wishes().charge(start, end, targetSoc);
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> chargeBattery(ThingActions actions, @Nullable LocalTime start,
            @Nullable LocalTime end, @Nullable Number targetSoc) {
        return ((BatteryActions) actions).chargeBattery(start, end, targetSoc);
    }

    /** Discharges each day between these times, down to that state of charge in %. */
    @Override
    @RuleAction(label = "@text/action.discharge-battery.label", description = "@text/action.discharge-battery.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> dischargeBattery(
            @ActionInput(name = "start", label = "@text/action.start.label", description = "@text/action.start.description") @Nullable LocalTime start,
            @ActionInput(name = "end", label = "@text/action.end.label", description = "@text/action.end.description") @Nullable LocalTime end,
            @ActionInput(name = "minSoc", label = "@text/action.minSoc.label", description = "@text/action.minSoc.description") @Nullable Number minSoc) {
        return wishes().discharge(start, end, minSoc);
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> dischargeBattery(ThingActions actions, @Nullable LocalTime start,
            @Nullable LocalTime end, @Nullable Number minSoc) {
        return ((BatteryActions) actions).dischargeBattery(start, end, minSoc);
    }

    /** Neither charges nor discharges by times any more. */
    @Override
    @RuleAction(label = "@text/action.clear-schedule.label", description = "@text/action.clear-schedule.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> clearSchedule() {
        return wishes().clearSchedule();
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> clearSchedule(ThingActions actions) {
        return ((BatteryActions) actions).clearSchedule();
    }

    /** Changes the work mode. */
    @Override
    @RuleAction(label = "@text/action.set-work-mode.label", description = "@text/action.set-work-mode.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> setWorkMode(
            @ActionInput(name = "mode", label = "@text/action.mode.label", description = "@text/action.mode.description") @Nullable String mode) {
        return wishes().setWorkMode(mode);
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> setWorkMode(ThingActions actions, @Nullable String mode) {
        return ((BatteryActions) actions).setWorkMode(mode);
    }

    /** Has the battery give (or, if it is negative, take) a power for a while; a bare number is in W. */
    @Override
    @RuleAction(label = "@text/action.force-power.label", description = "@text/action.force-power.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> forcePower(
            @ActionInput(name = "power", label = "@text/action.power.label", description = "@text/action.power.description", type = "QuantityType<Power>") @Nullable Number power,
            @ActionInput(name = "duration", label = "@text/action.duration.label", description = "@text/action.duration.description") @Nullable Duration duration) {
        return wishes().forcePower(power, duration);
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> forcePower(ThingActions actions, @Nullable Number power,
            @Nullable Duration duration) {
        return ((BatteryActions) actions).forcePower(power, duration);
    }

    /** Ends what {@link #forcePower} began. */
    @Override
    @RuleAction(label = "@text/action.release.label", description = "@text/action.release.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> release() {
        return wishes().release();
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> release(ThingActions actions) {
        return ((BatteryActions) actions).release();
    }

    /** Changes a limit, in the unit of its channel where it has none. */
    @Override
    @RuleAction(label = "@text/action.set-limit.label", description = "@text/action.set-limit.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> setLimit(
            @ActionInput(name = "setting", label = "@text/action.setting.label", description = "@text/action.setting.description") @Nullable String setting,
            @ActionInput(name = "value", label = "@text/action.value.label", description = "@text/action.value.description") @Nullable Number value) {
        return wishes().setLimit(setting, value);
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> setLimit(ThingActions actions, @Nullable String setting, @Nullable Number value) {
        return ((BatteryActions) actions).setLimit(setting, value);
    }

    /** Sets the clock of the device to that of openHAB. */
    @Override
    @RuleAction(label = "@text/action.sync-clock.label", description = "@text/action.sync-clock.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> syncClock() {
        return wishes().syncClock();
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> syncClock(ThingActions actions) {
        return ((BatteryActions) actions).syncClock();
    }

    /** Starts the device anew. */
    @RuleAction(label = "@text/action.restart.label", description = "@text/action.restart.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> restart() {
        return wishes().restart();
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> restart(ThingActions actions) {
        return ((InverterActions) actions).restart();
    }

    /** Begins the calibration of the battery, or ends it. */
    @RuleAction(label = "@text/action.calibrate.label", description = "@text/action.calibrate.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> calibrateBattery(
            @ActionInput(name = "on", label = "@text/action.calibrate-on.label", description = "@text/action.calibrate-on.description") @Nullable Boolean on) {
        return wishes().calibrate(on);
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> calibrateBattery(ThingActions actions, @Nullable Boolean on) {
        return ((InverterActions) actions).calibrateBattery(on);
    }

    private InverterHandler handler() {
        return Objects.requireNonNull(handler, "actions belong to a thing");
    }

    private Wishes wishes() {
        return new Wishes(() -> List.of(handler().control()), handler().control().labels());
    }
}
