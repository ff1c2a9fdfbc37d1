/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Quantity;
import org.openhab.binding.solarplant.internal.profile.Register.Pace;
import org.openhab.binding.solarplant.internal.profile.Target.OfMetric;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.WriteFunction;

/**
 * Reads the lines of a profile's settings. Everything that it does not understand is an
 * {@link IllegalArgumentException}.
 */
@NonNullByDefault
final class SettingReader {

    private static final String SINGLE = "6";
    private static final String MULTIPLE = "16";
    private static final Bounds PERCENT = Bounds.parse("0..100");

    private final ProfileHead head;

    SettingReader(ProfileHead head) {
        this.head = head;
    }

    /** {@code {"setting": "settings#min-state-of-charge", "read": "0x0093", "write": "0x0061", "range": "10..100"}}. */
    SettingLine setting(int line, JsonFields fields) {
        Metric metric = LineReader.metric(fields.text("setting"));
        Codec codec = codec(fields, metric);
        RegisterSpace space = ProfileHead.constant(RegisterSpace.class, fields.text("space", "holding"));
        RegisterType type = ProfileHead.constant(RegisterType.class, fields.text("type", "u16"));
        Write write = fields.has("write") ? write(fields, codec) : null;
        Register read = new Register(line, space, head.address(fields, "read"), type, LineReader.bits(fields, codec),
                new OfMetric(metric), List.of(Decoder.SELF), believed(fields, metric, write), Pace.SETTINGS,
                LineReader.condition(fields));
        checkPlace("read", read.address(), type);
        return new SettingLine(metric, read, write);
    }

    /** What a number is believed to be: what may not be set is garbled, and so is a percentage that is none. */
    private @Nullable Bounds believed(JsonFields fields, Metric metric, @Nullable Write write) {
        if (fields.has("bounds")) {
            return head.bounds(fields, "bounds");
        }
        Bounds range = write == null ? null : write.range();
        return range == null && metric.quantity() == Quantity.PERCENT ? PERCENT : range;
    }

    private Write write(JsonFields fields, Codec read) {
        RegisterType type = ProfileHead.constant(RegisterType.class, fields.text("writeType", "u16"));
        Write write = new Write(head.address(fields, "write"), function(fields), type, writeCodec(fields, read),
                head.bounds(fields, "range"), fields.has("step") ? fields.parsed("step", Factor::number) : null,
                fields.has("writeBits") ? bits(fields) : null);
        checkPlace("write", write.address(), type);
        if (type.width() > 1 && write.function() == WriteFunction.SINGLE) {
            throw new IllegalArgumentException("two registers are written with \"function\" 16");
        }
        if (write.codec() instanceof Codec.Scaled != (write.range() != null)) {
            throw new IllegalArgumentException("\"range\" goes with numbers, and every number has one");
        }
        if (write.step() instanceof BigDecimal step && step.signum() <= 0) {
            throw new IllegalArgumentException("\"step\" is more than 0");
        }
        return write;
    }

    private static Interval bits(JsonFields fields) {
        Interval bits = fields.parsed("writeBits", Interval::parse);
        if (!Interval.of(0, Short.SIZE - 1L).containsAll(bits)) {
            throw new IllegalArgumentException("\"writeBits\" are written first..last and counted from 0");
        }
        return bits;
    }

    private static WriteFunction function(JsonFields fields) {
        return switch (fields.text("function", SINGLE)) {
            case SINGLE -> WriteFunction.SINGLE;
            case MULTIPLE -> WriteFunction.MULTIPLE;
            default -> throw new IllegalArgumentException("\"function\" is 6 or 16");
        };
    }

    private Codec codec(JsonFields fields, Metric metric) {
        Quantity quantity = metric.quantity();
        boolean fits = fields.has("switch") == (quantity == Quantity.SWITCH)
                && (fields.has("text") || fields.has("time")) == (quantity == Quantity.TEXT)
                && !(fields.has("text") && fields.has("time")) && quantity != Quantity.TIME;
        if (!fits) {
            throw new IllegalArgumentException(
                    "\"text\" or \"time\" go with words, \"switch\" with what is on or off");
        }
        if (fields.has("switch")) {
            return fields.parsed("switch", Codec.OnOff::parse);
        }
        if (fields.has("time")) {
            return time(fields, "time");
        }
        if (fields.has("text")) {
            return new Codec.Word(head.words(fields.text("text")));
        }
        return new Codec.Scaled(LineReader.scale(fields));
    }

    /** The same as for reading, unless the line says otherwise. */
    private Codec writeCodec(JsonFields fields, Codec read) {
        return switch (read) {
            case Codec.OnOff onOff when fields.has("writeSwitch") -> fields.parsed("writeSwitch", Codec.OnOff::parse);
            case Codec.Time time when fields.has("writeTime") -> time(fields, "writeTime");
            case Codec.Word word when fields.has("writeText") ->
                new Codec.Word(head.words(fields.text("writeText")));
            case Codec.Scaled scaled when fields.has("writeScale") ->
                new Codec.Scaled(fields.parsed("writeScale", Factor::parse));
            default -> read;
        };
    }

    private static Codec time(JsonFields fields, String name) {
        return new Codec.Time(ProfileHead.constant(TimeCoding.class, fields.text(name)));
    }

    private static void checkPlace(String name, int address, RegisterType type) {
        if (!type.isWhole()) {
            throw new IllegalArgumentException("settings are whole numbers");
        }
        if (address + type.width() > 0x10000) {
            throw new IllegalArgumentException("\"" + name + "\" is no register's address");
        }
    }
}
