/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigUtil;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.osgi.framework.Bundle;

/**
 * A small openHAB in one process: it reads what bindings describe, gives things their handlers, and keeps what the
 * handlers say.
 */
@NonNullByDefault
public final class Host implements AutoCloseable {

    private final Core core;
    private final LocaleProvider locale;
    private final TimeZoneProvider zone;
    private final Inbox inbox;
    private final PlainOsgi plain;
    private final Views views;
    private final StatusFlow statuses;
    private final SetUp setUp;
    private final TearDown tearDown;

    /** A host that speaks a language and lives in a zone. */
    public Host(Locale locale, ZoneId zone) {
        this.locale = () -> locale;
        this.zone = () -> zone;
        core = new Core(locale);
        inbox = new Inbox(core);
        views = new Views(core);
        statuses = new StatusFlow(core, this::start, hosted -> forceRemove(hosted.uid()));
        setUp = new SetUp(core, statuses, this::callback);
        tearDown = new TearDown(core, statuses);
        plain = new PlainOsgi(service -> {
            if (service instanceof DiscoveryService discovery) {
                inbox.add(discovery);
            }
        }, service -> {
            if (service instanceof DiscoveryService discovery) {
                inbox.remove(discovery);
            }
        });
    }

    private void start(Hosted hosted) {
        setUp.start(hosted);
    }

    private ThingHandlerCallback callback(Hosted hosted) {
        return new HostCallback(core, hosted, statuses, setUp::initialize, (other, type) -> migrate(hosted, other));
    }

    private void migrate(Hosted hosted, Thing other) {
        tearDown.end(hosted, ThingStatusDetail.HANDLER_MISSING_ERROR, ThingStatusDetail.BRIDGE_UNINITIALIZED);
        hosted.populated = false;
        core.replace(hosted, other);
        start(hosted);
    }

    /** Reads a folder called OH-INF. */
    public void install(Path ohInf) {
        install(new Resources.Folder(ohInf));
    }

    /** Reads what a bundle describes. */
    public void install(Bundle bundle) {
        install(new Resources.OfBundle(bundle));
    }

    /** Reads what a binding describes; fails with the first thing that openHAB would refuse. */
    public void install(Resources resources) {
        core.texts.add(resources);
        new OhInfReader(core.types).read(resources);
        core.all().forEach(this::start);
    }

    /** Things that wait for a factory start. */
    public void addFactory(ThingHandlerFactory factory) {
        plain.activate(factory);
        core.factories.add(factory);
        core.all().forEach(this::start);
    }

    /** The things of the factory lose their handlers. */
    public void removeFactory(ThingHandlerFactory factory) {
        core.factories.remove(factory);
        core.all().stream().filter(h -> h.factory == factory).forEach(h -> tearDown.end(h,
                ThingStatusDetail.HANDLER_MISSING_ERROR, ThingStatusDetail.HANDLER_MISSING_ERROR));
        plain.deactivate(factory);
    }

    /** Adds the things of a YAML file and starts them, bridges before their children. */
    public List<Thing> load(Path yaml) {
        List<ThingEntry> entries = ThingsFile.read(yaml);
        List<ThingUID> added = new ArrayList<>();
        for (ThingEntry entry : entries) {
            put(entry, Map.of());
            added.add(entry.uid());
        }
        core.all().stream().filter(h -> added.contains(h.uid())).forEach(this::start);
        return added.stream().map(uid -> core.get(uid).thing()).toList();
    }

    /** Adds a thing and starts it. */
    public Thing add(ThingEntry entry) {
        Hosted hosted = put(entry, Map.of());
        start(hosted);
        return hosted.thing();
    }

    private Hosted put(ThingEntry entry, Map<String, String> properties) {
        ThingBuilder builder = entry.bridge()
                ? BridgeBuilder.create(entry.type(), entry.uid())
                : ThingBuilder.create(entry.type(), entry.uid());
        Hosted hosted = new Hosted(builder.withLabel(entry.label()).withBridge(entry.bridgeUid())
                .withConfiguration(new Configuration(entry.config())).withProperties(properties).build());
        core.put(hosted);
        core.events.tell(l -> l.thingChanged(hosted.thing()));
        return hosted;
    }

    /** Makes a thing of what was found. */
    public Thing approve(ThingUID uid) {
        Inbox.Approved approved = inbox.approve(uid);
        Hosted hosted = put(approved.entry(), approved.properties());
        core.events.tell(HostListener::inboxChanged);
        start(hosted);
        return hosted.thing();
    }

    /** A thing, or null if there is none of that name. */
    public @Nullable Thing thing(ThingUID uid) {
        Hosted hosted = core.find(uid);
        return hosted == null ? null : hosted.thing();
    }

    /** All things, bridges before their children. */
    public List<Thing> things() {
        return core.all().stream().map(Hosted::thing).toList();
    }

    /** All things, as add-ons look for them. */
    public ThingRegistry registry() {
        return new HostRegistry(this);
    }

    /** Takes a thing's handler, or gives it a new one. */
    public void setEnabled(ThingUID uid, boolean enabled) {
        Hosted hosted = core.get(uid);
        if (hosted.enabled == enabled) {
            return;
        }
        hosted.enabled = enabled;
        if (enabled) {
            start(hosted);
        } else {
            tearDown.end(hosted, ThingStatusDetail.DISABLED, ThingStatusDetail.BRIDGE_UNINITIALIZED);
        }
    }

    /** Asks the handler to let the thing go; without one it waits until there is one that is ONLINE. */
    public void remove(ThingUID uid) {
        Hosted hosted = core.get(uid);
        hosted.removing = true;
        statuses.askToLeave(hosted);
    }

    /** Removes a thing without asking. */
    public void forceRemove(ThingUID uid) {
        Hosted hosted = core.get(uid);
        ThingHandlerFactory factory = hosted.factory;
        tearDown.end(hosted, ThingStatusDetail.HANDLER_MISSING_ERROR, ThingStatusDetail.HANDLER_MISSING_ERROR);
        hosted.removed = true;
        core.drop(hosted);
        core.events.forget(uid);
        inbox.removeBelow(uid);
        if (factory != null) {
            factory.removeThing(uid);
        }
        core.events.tell(l -> l.thingRemoved(hosted.thing()));
    }

    /** Hands changed parameters to the handler; fails if they do not fit or there is no handler. */
    public void updateConfiguration(ThingUID uid, Map<String, Object> parameters) {
        Hosted hosted = core.get(uid);
        ThingHandler handler = hosted.handler;
        if (handler == null) {
            throw new IllegalStateException("The thing " + uid + " has no handler");
        }
        ConfigDescription description = core.configDescription(hosted.thing().getThingTypeUID());
        Map<String, Object> normalized = ConfigUtil.normalizeTypes(parameters,
                description == null ? List.of() : List.of(description));
        core.guard.run("handleConfigurationUpdate of " + uid, Guard.LIMIT,
                () -> handler.handleConfigurationUpdate(normalized));
    }

    /** Sends a command to a handler, after the earlier ones; the future ends when the handler has seen it. */
    public CompletableFuture<Void> command(ChannelUID channel, Command command) {
        Hosted hosted = core.get(channel.getThingUID());
        return core.guard.inOrder(hosted, "command to " + channel, () -> {
            ThingHandler handler = hosted.handler;
            if (handler != null && hosted.isInitialized()) {
                Command converted = converted(hosted, channel, command);
                core.guard.run("handleCommand of " + channel, Guard.COMMAND_LIMIT,
                        () -> handler.handleCommand(channel, converted));
            }
        });
    }

    private static Command converted(Hosted hosted, ChannelUID uid, Command command) {
        Channel channel = hosted.thing().getChannel(uid);
        return channel != null && "Number".equals(channel.getAcceptedItemType())
                && command instanceof QuantityType<?> quantity ? new DecimalType(quantity.toBigDecimal()) : command;
    }

    /** Asks a channel for its state. */
    public CompletableFuture<Void> refresh(ChannelUID channel) {
        return command(channel, RefreshType.REFRESH);
    }

    /** The state that a channel published last, or null if it has not. */
    public @Nullable State state(ChannelUID channel) {
        return core.events.state(channel);
    }

    /** The last states of all channels. */
    public Map<ChannelUID, State> states() {
        return core.events.states();
    }

    /** The last events of a trigger channel. */
    public List<String> triggers(ChannelUID channel) {
        return core.events.triggers(channel);
    }

    /** Waits no longer than the limit for a condition that the host's events make true; says whether it is. */
    public boolean await(BooleanSupplier condition, Duration limit) {
        return core.events.await(condition, limit);
    }

    /** Waits for a thing's status. */
    public boolean awaitStatus(ThingUID uid, ThingStatus status, Duration limit) {
        return await(() -> {
            Thing thing = thing(uid);
            return thing != null && thing.getStatus() == status;
        }, limit);
    }

    /** What was found. Discovery services of an OSGi framework are added to it and removed as they come and go. */
    public Inbox inbox() {
        return inbox;
    }

    /** What the bindings describe. */
    public Types types() {
        return core.types;
    }

    /** The channels of a thing as a user interface shows them. */
    public List<ChannelView> channels(ThingUID uid) {
        return views.of(core.get(uid).thing());
    }

    /** The label of a thing type in the language of the host. */
    public String typeLabel(ThingTypeUID uid) {
        return views.typeLabel(uid);
    }

    /** The text of a thing's status in the language of the host. */
    public @Nullable String statusText(ThingUID uid) {
        return core.texts.status(core.get(uid).status().getDescription());
    }

    /** The texts of the installed bindings. */
    public TranslationProvider translations() {
        return core.texts;
    }

    /** The language of the host. */
    public LocaleProvider localeProvider() {
        return locale;
    }

    /** The zone of the host. */
    public TimeZoneProvider timeZoneProvider() {
        return zone;
    }

    /** Tells what happens from now on. */
    public void addListener(HostListener listener) {
        core.events.add(listener);
    }

    /** Tells no more. */
    public void removeListener(HostListener listener) {
        core.events.remove(listener);
    }

    /** Ends all handlers and threads. */
    @Override
    public void close() {
        List.copyOf(core.factories).forEach(this::removeFactory);
        inbox.close();
        core.guard.close();
    }
}
