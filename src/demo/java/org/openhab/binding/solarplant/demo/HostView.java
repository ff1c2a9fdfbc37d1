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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.host.Host;
import org.openhab.binding.solarplant.host.Pages;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.types.Command;
import org.openhab.core.types.TypeParser;

/** What a host holds, as terminal and page show it. */
@NonNullByDefault
final class HostView implements PlantView {
    // plant after plant, each from the whole to its parts; kinds of other bindings come last
    private static final List<String> KINDS = List.of("plant", "ems", "gateway", "inverter", "battery", "meter",
            "ev-charger");
    private static final Comparator<ThingView> ORDER = Comparator.comparing(ThingView::plant)
            .thenComparingInt(thing -> KINDS.contains(thing.type()) ? KINDS.indexOf(thing.type()) : KINDS.size())
            .thenComparing(ThingView::label).thenComparing(ThingView::uid);

    private final Host host;
    private final Pages pages;

    HostView(Host host, Pages pages) {
        this.host = host;
        this.pages = pages;
    }

    @Override
    public List<PageView> pages() {
        return pages.all().stream().map(PageView::of).toList();
    }

    @Override
    public Map<String, ItemView> items() {
        Map<String, ItemView> items = new TreeMap<>();
        things().forEach(thing -> thing.channels().forEach(
                channel -> items.put(AutoItems.name(thing.uid() + ":" + channel.id()),
                        ItemView.of(channel, host.timeZoneProvider().getTimeZone()))));
        return items;
    }

    @Override
    public List<ThingView> things() {
        return host.things().stream().map(this::thing).sorted(ORDER).toList();
    }

    @Override
    public List<InboxView> inbox() {
        return host.inbox().results().stream().map(HostView::found).toList();
    }

    @Override
    public Answer command(String uid, String text) {
        Optional<Channel> channel = host.things().stream().flatMap(thing -> thing.getChannels().stream())
                .filter(known -> known.getUID().getAsString().equals(uid)).findFirst();
        String itemType = channel.map(Channel::getAcceptedItemType).orElse(null);
        if (channel.isEmpty() || itemType == null) {
            return Answer.NO_CHANNEL;
        }
        Command command = TypeParser.parseCommand(types(itemType), text);
        if (command == null) {
            return Answer.NOT_UNDERSTOOD;
        }
        host.command(channel.get().getUID(), command);
        return Answer.SENT;
    }

    private static List<Class<? extends Command>> types(String itemType) {
        return switch (itemType.split(":")[0]) {
            case "Switch" -> List.of(OnOffType.class);
            case "Number" -> List.of(DecimalType.class, QuantityType.class);
            case "DateTime" -> List.of(DateTimeType.class);
            default -> List.of(StringType.class);
        };
    }

    private ThingView thing(Thing thing) {
        ThingUID uid = thing.getUID();
        var status = thing.getStatusInfo();
        Map<String, String> properties = new TreeMap<>(thing.getProperties());
        return new ThingView(uid.getAsString(), text(thing.getLabel(), uid.getId()), thing.getThingTypeUID().getId(),
                status.getStatus().name(), status.getStatusDetail().name(), text(host.statusText(uid), ""), properties,
                host.channels(uid).stream().map(this::channel).toList());
    }

    private ChannelView channel(org.openhab.binding.solarplant.host.ChannelView channel) {
        StateText state;
        if (channel.kind() == ChannelKind.TRIGGER) {
            List<String> events = host.triggers(channel.uid());
            state = events.isEmpty() ? StateText.NONE : StateText.plain(events.getLast());
        } else {
            state = StateText.of(host.state(channel.uid()), text(channel.unit(), ""), text(channel.pattern(), ""),
                    channel.options());
        }
        return new ChannelView(channel.uid().getId(), text(channel.groupLabel(), ""), channel.label(), state.state(),
                state.unit(), state.text(), channel.advanced());
    }

    private static InboxView found(DiscoveryResult result) {
        return new InboxView(result.getThingUID().getAsString(), result.getLabel());
    }

    private static String text(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
