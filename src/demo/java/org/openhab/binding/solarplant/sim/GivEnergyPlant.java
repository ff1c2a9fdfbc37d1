/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An invented GivEnergy plant: an EMS steers two AC-coupled inverters and reads a grid meter and one of the generation.
 * The first inverter has a dongle of its own and three packs, with a gap between their addresses; the second one is
 * known through the EMS only.
 */
@NonNullByDefault
public final class GivEnergyPlant {
    /** The serial number of the EMS. */
    public static final String EMS = "EMS2501001";
    /** The serial number of the inverter with a dongle of its own. */
    public static final String REACHABLE = "CE2501A001";
    /** The serial number of the inverter that only the EMS knows. */
    public static final String BLINDED = "CE2501A002";
    /** The serial numbers of the packs. */
    public static final List<String> PACKS = List.of("BJ2501P001", "BJ2501P002", "BJ2501P003");

    static final double REACHABLE_SHARE = 0.6;

    private static final int GRID_METER = 1;
    private static final int GENERATION_METER = 3;
    private static final List<Integer> PACK_ADDRESSES = List.of(0x32, 0x33, 0x35);

    private final DayCurve curve;
    private final Clock clock;

    /** A plant that lives by this curve and clock; the curve's site should be {@link Site#farm}. */
    public GivEnergyPlant(DayCurve curve, Clock clock) {
        this.curve = curve;
        this.clock = clock;
    }

    /** The dongle of the EMS. */
    public DongleOptions ems() {
        DongleOptions dongle = DongleOptions.empty().heartbeat(InverterDongle.HEARTBEAT).device(InverterDongle.OWNER,
                settable(EMS, EmsImage::fill, EmsImage.settings()));
        for (int meter = 1; meter <= InverterDongle.METERS; meter++) {
            // an EMS answers for absent meters with zeros
            dongle = dongle.device(meter, live(EMS, (image, house) -> image.zeros(Space.INPUT, 60, 119)));
        }
        return dongle.device(GRID_METER, live(EMS, EmsMeterImage::grid))
                .device(GENERATION_METER, live(EMS, EmsMeterImage::generation));
    }

    /** The dongle of the inverter that can be reached. */
    public DongleOptions inverter() {
        DongleOptions dongle = InverterDongle.of(REACHABLE,
                new DongleSettings(new LiveImage(curve, clock, AcInverterImage::fill), AcInverterImage.settings()));
        for (int i = 0; i < PACKS.size(); i++) {
            PackImage pack = new PackImage(PACKS.get(i), i, PACKS.size(), REACHABLE_SHARE);
            dongle = dongle.device(PACK_ADDRESSES.get(i), live(REACHABLE, pack::fill));
        }
        return dongle;
    }

    private DongleDevice settable(String serial, BiConsumer<MapImage, HouseState> content, MapImage settings) {
        return DongleDevice.of(serial, new DongleSettings(new LiveImage(curve, clock, content), settings));
    }

    private DongleDevice live(String serial, BiConsumer<MapImage, HouseState> content) {
        return DongleDevice.of(serial, new LiveImage(curve, clock, content));
    }
}
