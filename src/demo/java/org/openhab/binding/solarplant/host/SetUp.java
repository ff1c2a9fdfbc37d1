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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigUtil;
import org.openhab.core.config.core.validation.ConfigValidationException;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings things to life. */
@NonNullByDefault
final class SetUp {

    private final Logger logger = LoggerFactory.getLogger(SetUp.class);
    private final Core core;
    private final StatusFlow statuses;
    private final Function<Hosted, ThingHandlerCallback> callbacks;

    SetUp(Core core, StatusFlow statuses, Function<Hosted, ThingHandlerCallback> callbacks) {
        this.core = core;
        this.statuses = statuses;
        this.callbacks = callbacks;
    }

    void start(Hosted hosted) {
        hosted.lock.lock();
        try {
            if (hosted.handler == null && !hosted.removed) {
                prepare(hosted);
            }
        } finally {
            hosted.lock.unlock();
        }
    }

    private void prepare(Hosted hosted) {
        if (!hosted.enabled) {
            fail(hosted, ThingStatusDetail.DISABLED, null);
            return;
        }
        ThingTypeUID typeUid = hosted.thing().getThingTypeUID();
        ThingHandlerFactory factory = core.factories.stream().filter(f -> f.supportsThingType(typeUid)).findFirst()
                .orElse(null);
        if (factory == null) {
            fail(hosted, ThingStatusDetail.HANDLER_MISSING_ERROR, null);
            return;
        }
        ThingTypeInfo type = core.types.thingType(typeUid);
        String missing = type == null ? "thing type " + typeUid : core.types.missing(type);
        if (type == null || missing != null) {
            fail(hosted, ThingStatusDetail.NOT_YET_READY, "Waiting for the " + missing);
            return;
        }
        populate(hosted, type);
        normalize(hosted);
        Hosted bridge = core.bridge(hosted);
        if (hosted.thing().getBridgeUID() != null
                && (bridge == null || bridge.stopping || !bridge.isInitialized())) {
            fail(hosted, ThingStatusDetail.BRIDGE_UNINITIALIZED, null);
            return;
        }
        register(hosted, factory, type);
    }

    /** The thing gets the channels and properties of its type, once. */
    private void populate(Hosted hosted, ThingTypeInfo type) {
        if (hosted.populated) {
            return;
        }
        Thing bare = hosted.thing();
        ThingBuilder builder = bare instanceof Bridge bridge ? BridgeBuilder.create(bridge) : ThingBuilder.create(bare);
        Map<String, String> properties = new HashMap<>(type.properties());
        properties.putAll(bare.getProperties());
        builder.withChannels(core.channels.of(bare.getUID(), type)).withProperties(properties);
        if (bare.getLabel() == null) {
            builder.withLabel(core.texts.label(
                    "thing-type." + type.uid().getBindingId() + "." + type.uid().getId() + ".label", type.label()));
        }
        builder.withSemanticEquipmentTag(type.equipmentTag());
        hosted.populated = true;
        core.replace(hosted, builder.build());
    }

    private void normalize(Hosted hosted) {
        Thing thing = hosted.thing();
        ConfigDescription description = core.configDescription(thing.getThingTypeUID());
        if (description != null) {
            thing.getConfiguration().setProperties(
                    ConfigUtil.normalizeTypes(thing.getConfiguration().getProperties(), List.of(description)));
        }
    }

    private void register(Hosted hosted, ThingHandlerFactory factory, ThingTypeInfo type) {
        ThingHandler handler;
        try {
            handler = made(hosted, factory);
        } catch (RuntimeException e) {
            logger.error("No handler for {}", hosted.uid(), e);
            fail(hosted, ThingStatusDetail.HANDLER_REGISTERING_ERROR, e.getMessage());
            return;
        }
        hosted.factory = factory;
        hosted.handler = handler;
        handler.setCallback(callbacks.apply(hosted));
        hosted.thing().setHandler(handler);
        if (!type.bridgeTypes().isEmpty() && hosted.thing().getBridgeUID() == null) {
            fail(hosted, ThingStatusDetail.HANDLER_CONFIGURATION_PENDING,
                    "{bridge=Configuring a bridge is mandatory.}");
            return;
        }
        initialize(hosted);
    }

    private ThingHandler made(Hosted hosted, ThingHandlerFactory factory) {
        AtomicReference<@Nullable ThingHandler> made = new AtomicReference<>();
        core.guard.run("registerHandler of " + hosted.uid(), Guard.LIMIT,
                () -> made.set(factory.registerHandler(hosted.thing())));
        ThingHandler handler = made.get();
        if (handler == null) {
            throw new IllegalStateException("The factory gave no handler in time");
        }
        return handler;
    }

    /** Also called when a configuration that was wrong has been put right. */
    void initialize(Hosted hosted) {
        ThingHandler handler = hosted.handler;
        if (handler == null) {
            return;
        }
        Thing thing = hosted.thing();
        ConfigDescription description = core.configDescription(thing.getThingTypeUID());
        if (description != null) {
            ConfigUtil.applyDefaultConfiguration(thing.getConfiguration(), description);
        }
        try {
            validate(thing.getConfiguration().getProperties(), description);
        } catch (ConfigValidationException e) {
            fail(hosted, ThingStatusDetail.HANDLER_CONFIGURATION_PENDING, e.getValidationMessages().toString());
            return;
        }
        hosted.stopping = false;
        statuses.set(hosted, ThingStatus.INITIALIZING, ThingStatusDetail.NONE, null);
        try {
            core.guard.run("initialize of " + hosted.uid(), Guard.LIMIT, handler::initialize);
        } catch (RuntimeException e) {
            logger.error("Exception while initializing {}", hosted.uid(), e);
            fail(hosted, ThingStatusDetail.HANDLER_INITIALIZING_ERROR, e.getMessage());
        }
    }

    void validate(Map<String, Object> values, @Nullable ConfigDescription description) {
        Map<String, Object> resolved = values;
        try {
            resolved = ConfigUtil.resolveVariables(values);
        } catch (IllegalArgumentException e) {
            logger.warn("A variable of a configuration is not set: {}", e.getMessage());
        }
        core.check.validate(resolved, description);
    }

    private void fail(Hosted hosted, ThingStatusDetail detail, @Nullable String text) {
        statuses.set(hosted, ThingStatus.UNINITIALIZED, detail, text);
    }
}
