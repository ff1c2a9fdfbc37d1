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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Allowed;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.DynamicStateDescriptionProvider;
import org.openhab.core.types.StateDescription;
import org.openhab.core.types.StateDescriptionFragmentBuilder;
import org.openhab.core.types.StateOption;
import org.osgi.service.component.annotations.Component;

/**
 * Tells openHAB what each setting of each device may be set to, which depends on the model; and that it is for reading
 * only where the plant allows no control, or the device has nothing for it.
 */
@NonNullByDefault
@Component(service = {DynamicStateDescriptionProvider.class, SettingDescriptions.class})
public class SettingDescriptions implements DynamicStateDescriptionProvider {

    private final Map<ThingUID, Supplier<Map<Metric, Allowed>>> things = new ConcurrentHashMap<>();

    /**
     * A thing begins its life.
     *
     * @param settings what of it may be set now
     */
    void add(ThingUID thing, Supplier<Map<Metric, Allowed>> settings) {
        things.put(thing, settings);
    }

    /** A thing ends its life. */
    void remove(ThingUID thing) {
        things.remove(thing);
    }

    @Override
    public @Nullable StateDescription getStateDescription(Channel channel, @Nullable StateDescription original,
            @Nullable Locale locale) {
        Supplier<Map<Metric, Allowed>> settings = things.get(channel.getUID().getThingUID());
        Optional<Metric> metric = Metrics.find(channel.getUID().getId()).filter(Metric::isSetting);
        if (settings == null || metric.isEmpty()) {
            return null;
        }
        StateDescriptionFragmentBuilder description = original == null
                ? StateDescriptionFragmentBuilder.create()
                : StateDescriptionFragmentBuilder.create(original);
        Allowed allowed = settings.get().get(metric.get());
        description.withReadOnly(allowed == null);
        switch (allowed) {
            case Allowed.Range(BigDecimal min, BigDecimal max, BigDecimal step) ->
                description.withMinimum(min).withMaximum(max).withStep(step);
            case Allowed.Words(List<String> words) -> description
                    .withOptions(words.stream().map(word -> option(word, original)).toList());
            case null, default -> {
                // neither times nor switches have more to say
            }
        }
        return description.build().toStateDescription();
    }

    /** The labels of the channel type are in the user's language already. */
    private static StateOption option(String word, @Nullable StateDescription original) {
        List<StateOption> known = original == null ? List.of() : original.getOptions();
        return known.stream().filter(option -> option.getValue().equals(word)).findFirst()
                .orElseGet(() -> new StateOption(word, word));
    }
}
