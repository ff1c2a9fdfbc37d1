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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceKind;
import org.openhab.binding.solarplant.internal.model.Metric;
import org.openhab.binding.solarplant.internal.model.Metrics;
import org.openhab.binding.solarplant.internal.profile.Register.Pace;

/** Reads the lines of a profile's lists. Everything that it does not understand is an {@link IllegalArgumentException}. */
@NonNullByDefault
final class LineReader {

    private final ProfileHead head;
    private final List<Part> parts = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    LineReader(ProfileHead head) {
        this.head = head;
    }

    /** {@code {"name": "meter-2", "kind": "meter", "when": "meter-2=1"}}; parts of one kind are counted as they come. */
    Part part(int line, JsonFields fields) {
        String kindId = fields.text("kind");
        DeviceKind kind = DeviceKind.of(kindId)
                .orElseThrow(() -> new IllegalArgumentException("\"" + kindId + "\" is no kind of device"));
        int number = 1 + (int) parts.stream().filter(part -> part.kind() == kind).count();
        Part part = new Part(line, fields.text("name"), kind, number, condition(fields));
        if (part.name().equals(Decoder.SELF) || part.name().equals(Decoder.ASIDE)
                || parts.stream().anyMatch(other -> other.name().equals(part.name()))) {
            throw new IllegalArgumentException("\"" + part.name() + "\" is the name of another device");
        }
        parts.add(part);
        return part;
    }

    /** {@code {"at": 1360, "count": 54}}: registers that are always read together, of all models or only of some. */
    Page page(JsonFields fields) {
        Block block = new Block(head.space(fields), head.address(fields, "at"), fields.number("count"));
        if (block.count() < 1 || block.count() > head.blockSize() || block.end() > 0x10000) {
            throw new IllegalArgumentException("a page has 1 to " + head.blockSize() + " registers");
        }
        Page page = new Page(block, condition(fields));
        if (pages.stream().anyMatch(page::clashesWith)) {
            throw new IllegalArgumentException("overlaps with another page");
        }
        pages.add(page);
        return page;
    }

    /** {@code {"at": "0x001C", "type": "u16", "metric": "battery#state-of-charge", "bounds": "percent"}}. */
    Register register(int line, JsonFields fields) {
        Target target = target(fields);
        RegisterType type = ProfileHead.constant(RegisterType.class, fields.text("type"));
        Codec codec = type.isWhole() ? bits(fields, wholeCodec(fields, target)) : floatingCodec(fields, target);
        Register register = new Register(line, head.space(fields), head.address(fields, "at"),
                type, codec, target, devices(fields), head.bounds(fields, "bounds"),
                ProfileHead.constant(Pace.class, fields.text("cadence", "full")),
                condition(fields));
        if (register.end() > 0x10000) {
            throw new IllegalArgumentException("\"at\" is no register's address");
        }
        return register;
    }

    /**
     * {@code {"metric": "load#power", "of": ["output#power + grid#power", "pv#power + grid#power"]}}; of the polled device,
     * or of the one named as {@code "device"}. Outside {@code "bounds"} it is missing, and with {@code "least": 0} it never
     * falls below.
     */
    SumLine sum(int line, JsonFields fields) {
        List<List<Sum.Term>> ways = fields.texts("of").stream().map(this::terms).toList();
        if (ways.isEmpty() || ways.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("\"of\" has nothing to add up");
        }
        Sum.Term total = fields.has("total") ? term(1, fields.text("total")) : null;
        if (total != null && ways.stream().flatMap(List::stream).anyMatch(term -> term.sign() < 0)) {
            throw new IllegalArgumentException("what has a \"total\" is only added up, and nothing is taken off");
        }
        return new SumLine(line, known(fields.text("device", Decoder.SELF)), metric(fields.text("metric")), ways, total,
                fields.has("percent") ? term(1, fields.text("percent")) : null,
                fields.has("times") ? term(1, fields.text("times")) : null, head.bounds(fields, "bounds"),
                fields.has("least") ? fields.parsed("least", Factor::number) : null,
                fields.has("most") ? fields.parsed("most", Factor::parse) : null, condition(fields));
    }

    private List<Sum.Term> terms(String text) {
        List<Sum.Term> terms = new ArrayList<>();
        int sign = 1;
        for (String word : text.strip().split("\\s+")) {
            switch (word) {
                case "+" -> sign = 1;
                case "-" -> sign = -1;
                case "" -> throw new IllegalArgumentException("\"of\" has nothing to add up");
                default -> terms.add(term(sign, word));
            }
        }
        return List.copyOf(terms);
    }

    /** {@code {"metric": "battery#power", "as": "battery#voltage * battery#current", "tolerance": 1000}}. */
    Comparison comparison(int line, JsonFields fields) {
        List<Metric> factors = Stream.of(fields.text("as").strip().split("\\s*\\*\\s*")).map(LineReader::metric)
                .toList();
        BigDecimal tolerance = fields.parsed("tolerance", Factor::number);
        if (tolerance.signum() <= 0) {
            throw new IllegalArgumentException("\"tolerance\" must be above 0");
        }
        return new Comparison(line, metric(fields.text("metric")), factors, tolerance, condition(fields));
    }

    private Sum.Term term(int sign, String word) {
        int slash = word.indexOf('/');
        String device = slash < 0 ? Decoder.SELF : known(word.substring(0, slash));
        return new Sum.Term(sign, device, metric(word.substring(slash + 1)));
    }

    private static Target target(JsonFields fields) {
        if (fields.has("metric") == fields.has("fact")) {
            throw new IllegalArgumentException("a register feeds either a \"metric\" or a \"fact\"");
        }
        if (fields.has("metric")) {
            return new Target.OfMetric(metric(fields.text("metric")));
        }
        return fields.has("seen")
                ? new Target.OnceSeen(fields.text("fact"))
                : new Target.OfFact(fields.text("fact"));
    }

    /** A floating point number is a quantity, and has no bits or words. */
    private static Codec floatingCodec(JsonFields fields, Target target) {
        if (target instanceof Target.OfMetric(Metric metric) && !metric.quantity().isNumeric()) {
            throw new IllegalArgumentException("a floating point number is no \"text\"");
        }
        return new Codec.Floating(scale(fields));
    }

    static Factor scale(JsonFields fields) {
        return fields.has("scale") ? fields.parsed("scale", Factor::parse) : Factor.ONE;
    }

    /** The same number, or only some of its bits where the line says so. */
    static Codec bits(JsonFields fields, Codec whole) {
        if (!fields.has("bits")) {
            return whole;
        }
        Interval bits = fields.parsed("bits", Interval::parse);
        if (!Interval.of(0, Integer.SIZE - 1L).containsAll(bits)) {
            throw new IllegalArgumentException("\"bits\" are written first..last and counted from 0");
        }
        return new Codec.Bits(bits.min().intValue(), bits.max().intValue(), whole);
    }

    private Codec wholeCodec(JsonFields fields, Target target) {
        boolean numeric = !(target instanceof Target.OfMetric(Metric metric)) || metric.quantity().isNumeric();
        if (fields.has("yes") || fields.has("seen")) {
            String question = fields.has("seen") ? "seen" : "yes";
            if (target instanceof Target.OfMetric) {
                throw new IllegalArgumentException("\"" + question + "\" goes with facts only");
            }
            return new Codec.YesNo(fields.parsed(question, Interval::parse));
        }
        if (numeric == (fields.has("text") || fields.has("flags"))) {
            throw new IllegalArgumentException(
                    "\"text\" or \"flags\" go with metrics that are words, and only with them");
        }
        if (fields.has("text")) {
            return new Codec.Word(head.words(fields.text("text")));
        }
        if (fields.has("flags")) {
            return new Codec.Flags(head.words(fields.text("flags")));
        }
        return new Codec.Scaled(scale(fields));
    }

    private List<String> devices(JsonFields fields) {
        return List.of(fields.text("device", Decoder.SELF).strip().split("\\s+")).stream().map(this::known).toList();
    }

    /** The name of a device, which must be one of the profile. */
    String known(String device) {
        if (!device.equals(Decoder.SELF) && !device.equals(Decoder.ASIDE)
                && parts.stream().noneMatch(part -> part.name().equals(device))) {
            throw new IllegalArgumentException("\"devices\" has no \"" + device + "\"");
        }
        return device;
    }

    static Condition condition(JsonFields fields) {
        return Condition.parse(fields.text("when", ""));
    }

    static Metric metric(String id) {
        return Metrics.find(id).orElseThrow(() -> new IllegalArgumentException("there is no metric \"" + id + "\""));
    }
}
