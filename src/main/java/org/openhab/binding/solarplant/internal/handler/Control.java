/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.DeviceState;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.Order;
import org.openhab.binding.solarplant.internal.model.Outcome;
import org.openhab.binding.solarplant.internal.model.Refusal;
import org.openhab.binding.solarplant.internal.model.Setting;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.types.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the orders for the device of one thing: judges whether they may be given at all, has the driver that is closest
 * to the device carry them out, and counts them. What the device bears is the driver's to judge.
 */
@NonNullByDefault
public final class Control {

    private static final Metric WRITES_LEFT = Metrics.of("control#writes-left");
    private static final Metric EFFECT = Metrics.of("control#effect");

    private final Logger logger = LoggerFactory.getLogger(Control.class);

    /** For longer nobody knows what will be wanted. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Port port;
    private final WriteBudget budget;
    private final ChannelLabels labels;
    private final HeldPower held;
    private final Effect effect = new Effect();

    /**
     * The parts of a handler that its control needs.
     *
     * @param name what people call the thing
     * @param plant what runs now
     * @param device whom the thing shows
     * @param refresh shows a channel's state once more
     * @param reshow shows all that has changed
     * @param clock the time
     * @param nanos elapsed time
     */
    record Port(Supplier<String> name, Supplier<Optional<PlantRuntime>> plant, Supplier<Optional<DeviceId>> device,
            Consumer<ChannelUID> refresh, Runnable reshow, InstantSource clock,
            LongSupplier nanos) {}

    Control(Port port, WriteBudget budget, ChannelLabels labels) {
        this.port = port;
        this.budget = budget;
        this.labels = labels;
        this.held = new HeldPower(port.nanos);
    }

    /** Texts in the user's language. */
    public ChannelLabels labels() {
        return labels;
    }

    /** What people call the thing. */
    public String name() {
        return port.name.get();
    }

    /**
     * Has an order carried out. Returns at once; never fails otherwise than by its outcome.
     *
     * @param wish the order, once it is known for whom
     */
    public CompletableFuture<Outcome> submit(Function<DeviceId, Order> wish) {
        Optional<PlantRuntime> plant = port.plant.get();
        Optional<DeviceId> device = port.device.get();
        if (plant.filter(running -> running.configuration().allowControl).isEmpty()) {
            return refused(plant.isEmpty() ? Refusal.Kind.NOT_CONNECTED : Refusal.Kind.NOT_ALLOWED);
        }
        List<DriverTarget> drivers = device.map(plant.get()::driversOf).orElse(List.of());
        if (device.isEmpty() || drivers.isEmpty()) {
            return refused(Refusal.Kind.NOT_CONNECTED);
        }
        Optional<DeviceKind> manager = plant.get().snapshot().managerOf(device.get());
        if (manager.isPresent()) {
            return refused(Refusal.Kind.MANAGED, manager.get().id());
        }
        Order order = wish.apply(device.get());
        Optional<DriverTarget> able = drivers.stream().filter(driver -> canDo(driver, order)).findFirst();
        if (able.isEmpty() && order instanceof Order.Change) {
            return CompletableFuture.completedFuture(
                    new Outcome.Refused(drivers.stream().flatMap(driver -> driver.objection(order).stream()).findFirst()
                            .orElseGet(() -> Refusal.notSupported(order))));
        }
        return send(order, able.orElseGet(drivers::getFirst), plant.get()).thenApply(outcome -> {
            if (!(outcome instanceof Outcome.Refused)) {
                effect.ordered(order, port.clock.instant());
                port.reshow.run();
            }
            return outcome;
        });
    }

    private CompletableFuture<Outcome> send(Order order, DriverTarget driver, PlantRuntime plant) {
        if (order instanceof Order.ForcePower force) {
            return force.duration().compareTo(LONGEST) > 0
                    ? refused(Refusal.Kind.OUT_OF_RANGE, "duration", "1.." + LONGEST.toSeconds() + " s")
                    : held.send(force, driver.longestForce(), sent -> count(sent, driver, plant));
        }
        if (order instanceof Order.Release) {
            held.forget();
        }
        return count(order, driver, plant);
    }

    /** Tells the device anew what it would soon forget. To be called about once a second. */
    void keepUp() {
        held.due().ifPresent(due -> submit(due).thenAccept(outcome -> {
            if (outcome instanceof Outcome.Refused(Refusal why) && why.kind() != Refusal.Kind.NOT_CONNECTED) {
                held.forget();
                logger.warn("{}: the forced power is not kept up. {}", name(),
                        Verdict.english(outcome, labels).reason());
            }
        }));
    }

    /** Keeps up nothing any more. */
    void letGo() {
        held.forget();
        effect.forget();
    }

    /** A command for a setting: becomes an order. What comes of it is seen at the channel, and a no in the log. */
    void command(ChannelUID channel, Metric metric, Command command) {
        Optional<Value> value = Commands.value(metric.quantity(), command);
        CompletableFuture<Outcome> outcome = value
                .map(wanted -> submit(device -> new Order.Change(device, List.of(new Setting(metric, wanted)))))
                .orElseGet(() -> senseless(metric));
        outcome.thenAccept(known -> conclude(channel, command, known));
    }

    private CompletableFuture<Outcome> senseless(Metric metric) {
        Allowed allowed = settings().get(metric);
        if (!isAllowed()) {
            return refused(Refusal.Kind.NOT_ALLOWED);
        }
        return allowed == null
                ? refused(Refusal.Kind.NOT_SUPPORTED, metric.id())
                : refused(Refusal.Kind.OUT_OF_RANGE, metric.id(), Commands.text(allowed));
    }

    private void conclude(ChannelUID channel, Command command, Outcome outcome) {
        boolean isReplaced = outcome instanceof Outcome.Refused(Refusal why) && why.kind() == Refusal.Kind.REPLACED;
        if (!isReplaced && (outcome instanceof Outcome.Refused || outcome instanceof Outcome.Unverified)) {
            logger.warn("{}: {} was not set to {}. {}", name(), channel.getId(), command,
                    Verdict.english(outcome, labels).reason());
        }
        // an item that shows what was wished for goes back to what is, as long as there is somebody to tell
        port.plant.get().ifPresent(plant -> port.refresh.accept(channel));
    }

    /** What of the device may be set; nothing while control is not allowed. */
    Map<Metric, Allowed> settings() {
        Map<Metric, Allowed> settings = new HashMap<>();
        offers().forEach(offer -> offer.forEach(settings::putIfAbsent));
        return settings;
    }

    /** What may be set by each driver; nothing while control is not allowed. */
    private Stream<Map<Metric, Allowed>> offers() {
        Optional<PlantRuntime> plant = port.plant.get().filter(running -> running.configuration().allowControl);
        Optional<DeviceId> device = port.device.get();
        return plant.isEmpty() || device.isEmpty()
                ? Stream.empty()
                : plant.get().driversOf(device.get()).stream().map(driver -> driver.settings(device.get()));
    }

    /** The most power in W, in either direction, that may be asked of the device; nothing if nobody knows. */
    Optional<BigDecimal> mostForce() {
        return port.plant.get().flatMap(plant -> port.device.get().flatMap(
                device -> plant.driversOf(device).stream().flatMap(driver -> driver.mostForce(device).stream())
                        .findFirst()));
    }

    /** Whether devices may be set at all. */
    boolean isAllowed() {
        return port.plant.get().filter(plant -> plant.configuration().allowControl).isPresent();
    }

    /** What the thing shows of its control, as its device is now. */
    Map<Metric, Value> values(Optional<DeviceState> state) {
        Optional<PlantRuntime> plant = port.plant.get();
        Optional<DeviceId> device = port.device.get();
        if (plant.isEmpty() || device.isEmpty() || offers().allMatch(Map::isEmpty)) {
            return Map.of();
        }
        Map<Metric, Value> values = new HashMap<>();
        values.put(WRITES_LEFT, Value.Amount.of(budget.left(device.get(), plant.get().configuration().dailyWrites)));
        if (mostForce().isPresent()) {
            values.put(EFFECT, new Value.Unset());
        }
        state.flatMap(known -> effect.look(known, port.clock.instant())).ifPresent(seen -> {
            values.put(EFFECT, new Value.Text(seen.word().id()));
            tell(seen);
        });
        return values;
    }

    private void tell(Effect.Seen seen) {
        if (seen.word() != Effect.Word.IGNORES || !seen.isNew()) {
            return;
        }
        String measured = seen.measured().map(BigDecimal::toPlainString).orElse("");
        if (seen.isAtLimit()) {
            logger.info("{}: the battery cannot do what was ordered ({} W are measured): its state of charge is at its "
                    + "limit already", name(), measured);
        } else {
            logger.warn(
                    "{}: the battery does not do what was ordered: {} W are measured. Check whether another program "
                            + "steers it, and whether its limits allow it",
                    name(), measured);
        }
    }

    /** Whom the thing shows. */
    Optional<DeviceId> device() {
        return port.device.get();
    }

    private CompletableFuture<Outcome> count(Order order, DriverTarget driver, PlantRuntime plant) {
        int most = plant.configuration().dailyWrites;
        if (!order.wears()) {
            return order instanceof Order.ForcePower && driver.storesForPower()
                    && budget.left(order.device(), most) == 0
                            ? refused(Refusal.Kind.BUDGET, Integer.toString(most))
                            : plant.submit(driver, order, () -> {})
                                    .thenApply(outcome -> charged(order.device(), driver, most, outcome));
        }
        if (!budget.take(order.device(), most)) {
            return refused(Refusal.Kind.BUDGET, Integer.toString(most));
        }
        AtomicBoolean isShared = new AtomicBoolean();
        return plant.submit(driver, order, () -> isShared.set(true)).thenApply(outcome -> {
            // what was sent together was written once
            if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.Unchanged || isShared.get()) {
                budget.giveBack(order.device());
            }
            port.reshow.run();
            return outcome;
        });
    }

    /** What was stored besides counts like an order. */
    private Outcome charged(DeviceId device, DriverTarget driver, int most, Outcome outcome) {
        int stored = driver.storedBesides();
        for (int i = 0; i < stored; i++) {
            budget.take(device, most);
        }
        if (stored > 0) {
            port.reshow.run();
        }
        return outcome;
    }

    private static boolean canDo(DriverTarget driver, Order order) {
        Map<Metric, Allowed> settings = driver.settings(order.device());
        return order instanceof Order.Change change
                ? change.settings().stream().map(Setting::metric).allMatch(settings::containsKey)
                : !settings.isEmpty();
    }

    private static CompletableFuture<Outcome> refused(Refusal.Kind kind, String... arguments) {
        return CompletableFuture.completedFuture(new Outcome.Refused(kind, arguments));
    }
}
