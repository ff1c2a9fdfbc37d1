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

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.handler.PartHandler;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.ActionOutput;
import org.openhab.core.automation.annotation.RuleAction;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingActionsScope;
import org.openhab.core.thing.binding.ThingHandler;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** What rules can have an EV charger do. */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = ChargerActions.class)
@ThingActionsScope(name = "solarplant")
public class ChargerActions implements ThingActions {

    private static final Metric CONTROL = Metrics.of("charger#control");
    private static final Metric CURRENT_LIMIT = Metrics.of("charger#current-limit");

    private @Nullable PartHandler handler;

    @Override
    public void setThingHandler(ThingHandler handler) {
        this.handler = (PartHandler) handler;
    }

    @Override
    public @Nullable ThingHandler getThingHandler() {
        return handler;
    }

    /** Begins to charge. */
    @RuleAction(label = "@text/action.charger-start.label", description = "@text/action.charger-start.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> start() {
        return wishes().set(CONTROL, new Value.Switch(true));
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> start(ThingActions actions) {
        return ((ChargerActions) actions).start();
    }

    /** Ends charging. */
    @RuleAction(label = "@text/action.charger-stop.label", description = "@text/action.charger-stop.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> stop() {
        return wishes().set(CONTROL, new Value.Switch(false));
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> stop(ThingActions actions) {
        return ((ChargerActions) actions).stop();
    }

    /** Changes the most current to charge with; a bare number is in A. */
    @RuleAction(label = "@text/action.charger-set-current.label", description = "@text/action.charger-set-current.description")
    @ActionOutput(name = Answers.RESULT, type = "java.lang.String", label = "@text/action.result.label", description = "@text/action.result.description")
    @ActionOutput(name = Answers.REASON, type = "java.lang.String", label = "@text/action.reason.label", description = "@text/action.reason.description")
    public Map<String, Object> setCurrent(
            @ActionInput(name = "current", label = "@text/action.current.label", description = "@text/action.current.description", type = "QuantityType<ElectricCurrent>") @Nullable Number current) {
        return Wishes.number(Quantity.CURRENT, current).map(amps -> wishes().set(CURRENT_LIMIT, new Value.Amount(amps)))
                .orElseGet(() -> wishes().missing("current"));
    }

    /** The same for Rules DSL. */
    public static Map<String, Object> setCurrent(ThingActions actions, @Nullable Number current) {
        return ((ChargerActions) actions).setCurrent(current);
    }

    private PartHandler handler() {
        return Objects.requireNonNull(handler, "actions belong to a thing");
    }

    private Wishes wishes() {
        return new Wishes(() -> List.of(handler().control()), handler().control().labels());
    }
}
