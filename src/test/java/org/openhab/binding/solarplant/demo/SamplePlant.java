/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Energies;
import org.openhab.binding.solarplant.sim.HouseState;

/** What terminal and page would be given for the invented house, without any binding behind it. */
@NonNullByDefault
final class SamplePlant implements PlantView {
    private final DayCurve curve;
    private final Clock clock;

    SamplePlant(DayCurve curve, Clock clock) {
        this.curve = curve;
        this.clock = clock;
    }

    @Override
    public List<ThingView> things() {
        HouseState house = curve.at(clock.instant());
        return List.of(
                new ThingView("solarplant:plant:home", "Home", "plant", "ONLINE", "NONE", "", Map.of(), plant(house)),
                new ThingView("solarplant:inverter:home:roof", "Roof", "inverter", "ONLINE", "NONE", "",
                        Map.of("serialNumber", "H34A10DEMO0001", "modelId", "X3-Hybrid-G4", "firmwareVersion", "1.27"),
                        inverter(house)),
                new ThingView("solarplant:battery:home:cellar", "Cellar battery", "battery", "ONLINE", "NONE", "",
                        Map.of(), battery(house)),
                new ThingView("solarplant:inverter:home:garage", "<b>Garage</b> & \"co\"", "inverter", "OFFLINE",
                        "COMMUNICATION_ERROR", "No answer from 127.0.0.1:15022 <script>alert(1)</script>", Map.of(),
                        List.of(new ChannelView("pv#power", "Photovoltaics", "Power", "UNDEF", "W", "UNDEF", false))));
    }

    @Override
    public List<InboxView> inbox() {
        return List.of(new InboxView("solarplant:meter:home:m2", "Meter 2"));
    }

    @Override
    public Answer command(String channel, String command) {
        if (!channel.equals("solarplant:inverter:home:roof:settings#export-limit")) {
            return Answer.NO_CHANNEL;
        }
        return command.equals("3 kW") ? Answer.SENT : Answer.NOT_UNDERSTOOD;
    }

    private static List<ChannelView> plant(HouseState house) {
        List<ChannelView> channels = new ArrayList<>();
        channels.add(watts("pv#power", "Photovoltaics", "Power", house.roof() + house.garage()));
        channels.addAll(grid(house));
        channels.addAll(battery(house));
        channels.add(watts("load#power", "House", "Power", house.load()));
        Energies today = house.today();
        channels.add(energy("pv-today", "PV today", today.roof() + today.garage()));
        channels.add(energy("import-today", "Import today", today.imported()));
        channels.add(energy("export-today", "Export today", today.exported()));
        channels.add(energy("charge-today", "Charge today", today.charged()));
        channels.add(energy("discharge-today", "Discharge today", today.discharged()));
        channels.add(energy("load-today", "Load today", today.load()));
        channels.add(number("ratio#self-sufficiency", "Ratios", "Self-sufficiency",
                100 * (1 - today.imported() / Math.max(0.1, today.load())), "%", false));
        channels.add(number("ratio#self-consumption", "Ratios", "Self-consumption",
                100 * (1 - today.exported() / Math.max(0.1, today.roof() + today.garage())), "%", false));
        return channels;
    }

    private static List<ChannelView> inverter(HouseState house) {
        List<ChannelView> channels = new ArrayList<>();
        channels.add(watts("pv#power", "Photovoltaics", "Power", house.roof()));
        channels.addAll(grid(house));
        channels.add(watts("output#power", "Output", "Power", house.output()));
        channels.add(new ChannelView("status#run-mode", "Status", "Run mode", "2", "", "Normal", false));
        channels.add(
                new ChannelView("status#last-update", "Status", "Last update", "2026-06-01T12:00:00Z", "",
                        "2026-06-01T12:00:00Z", false));
        channels.add(new ChannelView("poll#last-error", "Polling", "Last error", "NULL", "", "NULL", true));
        channels.add(number("poll#tick-count", "Polling", "Ticks", 42, "", true));
        return channels;
    }

    private static List<ChannelView> grid(HouseState house) {
        return List.of(watts("grid#power", "Grid", "Power", house.grid()),
                watts("grid#import-power", "Grid", "Import", Math.max(0, house.grid())),
                watts("grid#export-power", "Grid", "Export", Math.max(0, -house.grid())));
    }

    private static List<ChannelView> battery(HouseState house) {
        return List.of(watts("battery#power", "Battery", "Power", house.battery()),
                number("battery#state-of-charge", "Battery", "State of charge", house.charge(), "%", false));
    }

    private static ChannelView watts(String id, String group, String label, double value) {
        return number(id, group, label, value, "W", false);
    }

    private static ChannelView energy(String id, String label, double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return new ChannelView("energy#" + id, "Energy", label, text, "kWh", text, false);
    }

    private static ChannelView number(String id, String group, String label, double value, String unit,
            boolean advanced) {
        String text = Long.toString(Math.round(value));
        return new ChannelView(id, group, label, text, unit, text, advanced);
    }
}
