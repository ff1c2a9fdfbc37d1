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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.openhab.binding.solarplant.host.MemoryStorage;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.config.PlantConfiguration;
import org.openhab.binding.solarplant.internal.model.Cadence;
import org.openhab.binding.solarplant.internal.model.Device;
import org.openhab.binding.solarplant.internal.model.DeviceId;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Failure;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.model.PlantSnapshot;
import org.openhab.binding.solarplant.internal.model.Reading;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.polling.PollMode;
import org.openhab.binding.solarplant.internal.polling.PollStats;
import org.openhab.binding.solarplant.internal.polling.PollTarget;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.unit.Units;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BridgeHandler;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/** Each handler by itself, and each call that it makes to openHAB. */
@NonNullByDefault
@ExtendWith(MockitoExtension.class)
class HandlersAloneTest {

    private static final ThingUID PLANT = new ThingUID("solarplant:plant:home");
    private static final ThingUID ROOF = new ThingUID("solarplant:inverter:home:roof");
    private static final ThingUID CELLAR = new ThingUID("solarplant:battery:home:cellar");

    private final TestTime time = new TestTime();
    @Mock
    @SuppressWarnings("null")
    private ThingHandlerCallback callback;
    @Mock
    @SuppressWarnings("null")
    private TranslationProvider translations;

    private Environment environment() {
        return new Environment(new ChannelLabels(translations, () -> Locale.ENGLISH), () -> ZoneOffset.UTC, time,
                time, new ProfileStore(), new SettingDescriptions(), Connection.ALL,
                new DeviceStore(new MemoryStorage()), new HttpClient(), new CloudGates(Ticker.SYSTEM));
    }

    private static Thing thing(ThingUID uid, ThingTypeUID type, @Nullable ThingUID bridge, Map<String, Object> config) {
        return ThingBuilder.create(type, uid).withBridge(bridge).withConfiguration(new Configuration(config)).build();
    }

    private static Thing inverter(Map<String, Object> config) {
        return thing(ROOF, SolarPlantBindingConstants.INVERTER, PLANT, config);
    }

    private static Bridge plant(Map<String, Object> config) {
        return BridgeBuilder.create(SolarPlantBindingConstants.PLANT, PLANT)
                .withConfiguration(new Configuration(config)).build();
    }

    private <T extends ThingHandler> T started(T handler) {
        handler.setCallback(callback);
        handler.initialize();
        return handler;
    }

    private void verifyStatus(ThingStatus status, ThingStatusDetail detail, String text) {
        verify(callback).statusUpdated(any(), eq(new ThingStatusInfo(status, detail, text)));
    }

    private void verifyMisconfigured(String text) {
        verifyStatus(ThingStatus.OFFLINE, ThingStatusDetail.CONFIGURATION_ERROR, text);
    }

    @Test
    void aThingThatIsBeingRemovedSaysNothingOfItself() {
        Thing thing = inverter(Map.of());
        StatusLine status = new StatusLine(() -> thing, info -> callback.statusUpdated(thing, info));
        for (ThingStatus leaving : List.of(ThingStatus.REMOVING, ThingStatus.REMOVED)) {
            thing.setStatusInfo(new ThingStatusInfo(leaving, ThingStatusDetail.NONE, null));
            status.show(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        }
        verifyNoMoreInteractions(callback);
        thing.setStatusInfo(new ThingStatusInfo(ThingStatus.UNKNOWN, ThingStatusDetail.NONE, null));
        status.show(ThingStatus.ONLINE, ThingStatusDetail.NONE, null);
        status.show(ThingStatus.UNKNOWN, ThingStatusDetail.NONE, null);
        verify(callback).statusUpdated(thing, new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
    }

    @Test
    void anInverterWithoutAPlantSaysSo() {
        started(new InverterHandler(inverter(Map.of("host", "192.0.2.1")), environment()));
        verify(callback).getBridge(PLANT);
        verifyMisconfigured("@text/offline.no-bridge");
        verifyNoMoreInteractions(callback);
    }

    @Test
    void aForeignBridgeIsNoPlant() {
        Bridge foreign = plant(Map.of());
        foreign.setHandler(mock(BridgeHandler.class));
        when(callback.getBridge(PLANT)).thenReturn(foreign);
        started(new InverterHandler(inverter(Map.of("host", "192.0.2.1")), environment())).dispose();
        started(new PartHandler(thing(CELLAR, SolarPlantBindingConstants.BATTERY, PLANT,
                Map.of("deviceId", "battery:X-battery-1")), DeviceKind.BATTERY, environment())).dispose();
        verify(callback, times(2)).statusUpdated(any(), eq(new ThingStatusInfo(ThingStatus.OFFLINE,
                ThingStatusDetail.CONFIGURATION_ERROR, "@text/offline.no-bridge")));
    }

    @Test
    void anInverterOutOfRangeTouchesNoPlant() {
        InverterHandler handler = started(new InverterHandler(inverter(Map.of("host", "192.0.2.1", "port", 0)),
                environment()));
        verifyMisconfigured("@text/offline.config-range [\"port\", \"1\", \"65535\"]");
        verify(callback).getBridge(PLANT);
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.OFFLINE, ThingStatusDetail.NONE, null));
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        handler.show(PlantSnapshot.EMPTY);
        handler.dispose();
        verifyNoMoreInteractions(callback);
    }

    @Test
    void aThingIsCalledByItsLabelOrElseByItsId() {
        Thing thing = inverter(Map.of());
        InverterHandler handler = new InverterHandler(thing, environment());
        assertEquals("roof", handler.name());
        thing.setLabel("Roof of the barn");
        assertEquals("Roof of the barn", handler.name());
    }

    /** It goes to the log and to the answers of actions, and a thing from the inbox has a serial number for an id. */
    @Test
    void aPartWithoutALabelDoesNotTellItsSerialNumber() {
        ThingUID offered = new ThingUID(SolarPlantBindingConstants.EV_CHARGER, PLANT, "ALP0012024090001");
        PartHandler handler = new PartHandler(thing(offered, SolarPlantBindingConstants.EV_CHARGER, PLANT, Map.of()),
                DeviceKind.EV_CHARGER, environment());
        assertEquals("ALP0…001", handler.control().name());
    }

    @Test
    void aPartNeedsAnIdOfItsKind() {
        PartHandler handler = started(new PartHandler(thing(CELLAR, SolarPlantBindingConstants.BATTERY, PLANT,
                Map.of("deviceId", "meter:X-meter-1")), DeviceKind.BATTERY, environment()));
        verifyMisconfigured("@text/offline.device-id-invalid [\"meter:X-meter-1\"]");
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.OFFLINE, ThingStatusDetail.NONE, null));
        handler.show(PlantSnapshot.EMPTY);
        assertEquals(Optional.empty(), handler.deviceId());
    }

    @Test
    void aPlantBeginsUnknownAndSaysNothingAfterItsEnd() {
        Bridge thing = plant(Map.of());
        when(callback.createChannelBuilder(any(), any())).thenAnswer(call -> ChannelBuilder.create(
                call.getArgument(0, ChannelUID.class), "Number"));
        PlantHandler handler = started(new PlantHandler(thing, environment()));
        InOrder order = inOrder(callback);
        order.verify(callback).statusUpdated(any(),
                eq(new ThingStatusInfo(ThingStatus.UNKNOWN, ThingStatusDetail.NONE, null)));
        order.verify(callback, timeout(30_000).atLeastOnce()).statusUpdated(any(),
                eq(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null)));
        verify(callback).thingUpdated(argThat(changed -> changed.getChannels().size() == 5));
        handler.dispose();
        ThingHandlerCallback later = mock(ThingHandlerCallback.class);
        handler.setCallback(later);
        handler.tick();
        handler.dispose();
        verify(later, never()).statusUpdated(any(), any());
        verifyNoMoreInteractions(later);
    }

    @Test
    void aPlantOutOfRangeNeverStarts() {
        PlantHandler handler = started(new PlantHandler(plant(Map.of("maxConcurrent", 101)), environment()));
        verifyMisconfigured("@text/offline.config-range [\"maxConcurrent\", \"1\", \"100\"]");
        assertTrue(handler.running().isEmpty());
        assertEquals(PlantSnapshot.EMPTY, handler.snapshot());
        handler.dispose();
        // the property that tells it from other plants
        verify(callback).thingUpdated(any());
        verifyNoMoreInteractions(callback);
    }

    @Test
    void whatADriverSaysAfterItLeftIsNotTakenIn() {
        PollTarget left = mock(PollTarget.class);
        Device device = new Device(new DeviceId(DeviceKind.INVERTER, "X"), null, Map.of());
        PollStats stats = new PollStats(PollMode.NORMAL, Optional.empty(), 1, Optional.empty(), Optional.empty(), 9,
                Duration.ZERO, Optional.of(new Failure(Failure.Kind.TIMEOUT)), false);
        InverterHandler handler = new InverterHandler(inverter(Map.of()), environment());
        handler.setCallback(callback);
        Drivers none = new Drivers(new Drivers.Port(new Object(), handler::name, met -> {
            throw new AssertionError("nobody was to be met");
        }, changed -> {
            throw new AssertionError("nothing was to be told");
        }, handler.status));
        none.answered(left, device, stats);
        none.failed(left, stats);
        none.duplicates(left, none);
        none.settingChanged(left, Metrics.of("settings#work-mode"));
        try (PlantRuntime plant = new PlantRuntime("home", new PlantConfiguration(), environment(),
                (source, snapshot, news) -> {
                    throw new AssertionError("nothing to show");
                })) {
            plant.succeeded(left, List.of(new Reading(device, time.instant(), Cadence.FULL, Map.of(), 0)), stats);
            plant.failed(left, stats);
            assertEquals(PlantSnapshot.EMPTY, plant.snapshot());
        }
        verifyNoMoreInteractions(callback);
    }

    @Test
    void aDefectDoesNotEndTheSchedule() {
        when(callback.createChannelBuilder(any(), any())).thenThrow(new IllegalArgumentException("a defect"));
        try (LogLines log = new LogLines()) {
            PlantHandler handler = new PlantHandler(plant(Map.of()), environment());
            started(handler);
            handler.tick();
            handler.tick();
            handler.dispose();
            assertTrue(log.with("met a defect of the binding").size() >= 2);
        }
    }

    @Test
    void anOlderSnapshotDoesNotOverwriteANewerOne() {
        List<State> states = new ArrayList<>();
        when(callback.createChannelBuilder(any(), any())).thenAnswer(call -> ChannelBuilder.create(
                call.getArgument(0, ChannelUID.class), "Number:Power"));
        List<Channel> channels = new ArrayList<>();
        Thing thing = inverter(Map.of());
        ChannelPublisher publisher = new ChannelPublisher(
                new ChannelPublisher.Port(() -> thing, () -> callback, channels::addAll, (uid, state) -> states.add(
                        state)),
                new ChannelLabels(translations, () -> Locale.ENGLISH));
        Map<Metric, Value> one = Map.of(Metrics.of("pv#power"),
                Value.Amount.of(1));
        publisher.publish(5, one);
        publisher.publish(4, Map.of());
        publisher.publish(5, one);
        publisher.publish(6, Map.of());
        publisher.publish(7, Map.of());
        publisher.refresh(new ChannelUID(ROOF, "pv#power"));
        publisher.restart();
        publisher.refresh(new ChannelUID(ROOF, "pv#power"));
        publisher.publish(1, one);
        QuantityType<?> watt = new QuantityType<>(1, Units.WATT);
        assertEquals(List.of(watt, UnDefType.UNDEF, UnDefType.UNDEF, watt), states);
        verify(callback, times(2)).createChannelBuilder(new ChannelUID(ROOF, "pv#power"),
                new ChannelTypeUID("solarplant:pv-power"));
    }

    @Test
    void withoutACallbackNothingIsPublished() {
        Thing thing = inverter(Map.of());
        ChannelPublisher publisher = new ChannelPublisher(new ChannelPublisher.Port(() -> thing, () -> null,
                channels -> {
                    throw new AssertionError("no channels");
                }, (uid, state) -> {
                    throw new AssertionError("no state");
                }), new ChannelLabels(translations, () -> Locale.ENGLISH));
        publisher.publish(1, Map.of(Metrics.of("pv#power"), Value.Amount.of(1)));
    }

    @Test
    void theFactoryMakesAHandlerForEachOfItsThings() {
        SolarPlantHandlerFactory factory = new SolarPlantHandlerFactory(translations, mock(LocaleProvider.class),
                mock(TimeZoneProvider.class), mock(HttpClientFactory.class), new SettingDescriptions(),
                new UserProfiles(), new MemoryStorage());
        assertTrue(factory.supportsThingType(SolarPlantBindingConstants.PLANT));
        assertEquals(false, factory.supportsThingType(new ThingTypeUID("solarplant:barn")));
        assertInstanceOf(PlantHandler.class, factory.createHandler(plant(Map.of())));
        assertInstanceOf(InverterHandler.class, factory.createHandler(inverter(Map.of())));
        for (ThingTypeUID part : List.of(SolarPlantBindingConstants.BATTERY, SolarPlantBindingConstants.METER,
                SolarPlantBindingConstants.EV_CHARGER)) {
            assertTrue(factory.supportsThingType(part));
            assertInstanceOf(PartHandler.class,
                    factory.createHandler(thing(CELLAR, part, PLANT, Map.of())));
        }
        assertNull(factory.createHandler(thing(ROOF, new ThingTypeUID("solarplant:barn"), PLANT, Map.of())));
        assertNull(factory.createHandler(thing(PLANT, SolarPlantBindingConstants.PLANT, null, Map.of())));
    }
}
