/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.types;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Builds descriptions of states. */
@NonNullByDefault
public class StateDescriptionFragmentBuilder {

    private @Nullable BigDecimal minimum;
    private @Nullable BigDecimal maximum;
    private @Nullable BigDecimal step;
    private @Nullable String pattern;
    private @Nullable Boolean readOnly;
    private List<StateOption> options = new ArrayList<>();

    private StateDescriptionFragmentBuilder() {}

    private record Fragment(@Nullable BigDecimal getMinimum, @Nullable BigDecimal getMaximum,
            @Nullable BigDecimal getStep, @Nullable String getPattern, @Nullable Boolean isReadOnly,
            List<StateOption> getOptions) implements StateDescriptionFragment {

        @Override
        public StateDescription toStateDescription() {
            return new StateDescription(getMinimum, getMaximum, getStep, getPattern, Boolean.TRUE.equals(isReadOnly),
                    getOptions);
        }
    }

    public static StateDescriptionFragmentBuilder create() {
        return new StateDescriptionFragmentBuilder();
    }

    public static StateDescriptionFragmentBuilder create(StateDescriptionFragment fragment) {
        return create().with(fragment.getMinimum(), fragment.getMaximum(), fragment.getStep())
                .with(fragment.getPattern(), fragment.isReadOnly(), fragment.getOptions());
    }

    public static StateDescriptionFragmentBuilder create(StateDescription legacy) {
        return create().with(legacy.getMinimum(), legacy.getMaximum(), legacy.getStep()).with(legacy.getPattern(),
                legacy.isReadOnly(), legacy.getOptions());
    }

    private StateDescriptionFragmentBuilder with(@Nullable BigDecimal lowest, @Nullable BigDecimal highest,
            @Nullable BigDecimal distance) {
        minimum = lowest;
        maximum = highest;
        step = distance;
        return this;
    }

    private StateDescriptionFragmentBuilder with(@Nullable String format, @Nullable Boolean forReading,
            List<StateOption> choices) {
        pattern = format;
        readOnly = forReading;
        options = new ArrayList<>(choices);
        return this;
    }

    public StateDescriptionFragment build() {
        return new Fragment(minimum, maximum, step, pattern, readOnly, List.copyOf(options));
    }

    public StateDescriptionFragmentBuilder withMaximum(BigDecimal maximum) {
        this.maximum = maximum;
        return this;
    }

    public StateDescriptionFragmentBuilder withMinimum(BigDecimal minimum) {
        this.minimum = minimum;
        return this;
    }

    public StateDescriptionFragmentBuilder withStep(BigDecimal step) {
        this.step = step;
        return this;
    }

    public StateDescriptionFragmentBuilder withPattern(String pattern) {
        this.pattern = pattern;
        return this;
    }

    public StateDescriptionFragmentBuilder withReadOnly(Boolean readOnly) {
        this.readOnly = readOnly;
        return this;
    }

    public StateDescriptionFragmentBuilder withOption(StateOption option) {
        options.add(option);
        return this;
    }

    public StateDescriptionFragmentBuilder withOptions(List<StateOption> options) {
        this.options = new ArrayList<>(options);
        return this;
    }
}
