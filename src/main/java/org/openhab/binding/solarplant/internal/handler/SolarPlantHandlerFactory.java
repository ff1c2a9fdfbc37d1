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

import java.time.InstantSource;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.storage.StorageService;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BaseThingHandlerFactory;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the handlers of this binding's things. */
@NonNullByDefault
@Component(configurationPid = "binding.solarplant", service = ThingHandlerFactory.class)
public class SolarPlantHandlerFactory extends BaseThingHandlerFactory {

    private static final Set<ThingTypeUID> TYPES = Set.of(SolarPlantBindingConstants.PLANT,
            SolarPlantBindingConstants.INVERTER, SolarPlantBindingConstants.EMS, SolarPlantBindingConstants.GATEWAY,
            SolarPlantBindingConstants.BATTERY, SolarPlantBindingConstants.METER,
            SolarPlantBindingConstants.EV_CHARGER);

    private final Environment environment;

    @Activate
    public SolarPlantHandlerFactory(@Reference TranslationProvider translations, @Reference LocaleProvider locales,
            @Reference TimeZoneProvider timeZone, @Reference HttpClientFactory http,
            @Reference SettingDescriptions descriptions, @Reference UserProfiles profiles,
            @Reference StorageService storages) {
        this(new Environment(new ChannelLabels(translations, locales), timeZone::getTimeZone, InstantSource.system(),
                Ticker.SYSTEM, profiles.store(), descriptions, Connection.ALL,
                new DeviceStore(storages), http.getCommonHttpClient(), new CloudGates(Ticker.SYSTEM)));
    }

    SolarPlantHandlerFactory(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean supportsThingType(ThingTypeUID type) {
        return TYPES.contains(type);
    }

    @Override
    public void removeThing(ThingUID uid) {
        environment.store().removed(uid);
        super.removeThing(uid);
    }

    @Override
    protected @Nullable ThingHandler createHandler(Thing thing) {
        ThingTypeUID type = thing.getThingTypeUID();
        if (thing instanceof Bridge bridge && SolarPlantBindingConstants.PLANT.equals(type)) {
            return new PlantHandler(bridge, environment);
        } else if (SolarPlantBindingConstants.POLLED.contains(type)) {
            return new InverterHandler(thing, environment);
        } else if (SolarPlantBindingConstants.BATTERY.equals(type)) {
            return new PartHandler(thing, DeviceKind.BATTERY, environment);
        } else if (SolarPlantBindingConstants.METER.equals(type)) {
            return new PartHandler(thing, DeviceKind.METER, environment);
        } else if (SolarPlantBindingConstants.EV_CHARGER.equals(type)) {
            return new PartHandler(thing, DeviceKind.EV_CHARGER, environment);
        }
        return null;
    }
}
