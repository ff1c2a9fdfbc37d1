/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.w3c.dom.Element;

/**
 * Which elements openHAB's readers accept below which, in which order, with which attributes. A file that breaks it is
 * dropped as a whole at run time, with no more than a warning in the log.
 */
@NonNullByDefault
final class OhInfGrammar {

    /**
     * A line is an element, its attributes in brackets ({@code !} marks those that must be there), and its children:
     * in this order, {@code ?} at most once, {@code *} any number, {@code +} at least once, else exactly once. Words
     * after {@code any} may come in any order. What stands before {@code >} is the parent, where that matters.
     */
    private static final String GRAMMAR = """
            addon:addon [!id] type name description keywords? connection? countries?
            thing:thing-descriptions [!bindingId] any thing-type bridge-type channel-type channel-group-type
            thing-type [!id listed extensible] supported-bridge-type-refs? label description? category? \
            semantic-equipment-tag? channel-groups? properties? representation-property? config-description?
            bridge-type [!id listed extensible] supported-bridge-type-refs? label description? category? \
            semantic-equipment-tag? channel-groups? properties? representation-property? config-description?
            supported-bridge-type-refs [] bridge-type-ref*
            bridge-type-ref [!id bindingId]
            channel-groups [] channel-group*
            channel-group [!id !typeId] label? description?
            channel-group-type [!id] label description? category? channels?
            channels [] channel*
            channel [!id !typeId] label? description? properties? autoUpdatePolicy?
            properties [] property*
            property [!name]
            channel-type [!id advanced system] item-type? kind? label description? category? tags? state?
            item-type [unitHint]
            tags [] tag*
            state [min max step pattern readOnly] options?
            options [] option*
            option [!value]
            config-description [] parameter-group* parameter*
            parameter-group [!name] label? description? context? advanced?
            parameter [!name !type min max step pattern required readOnly multiple groupName unit] any context default \
            label description options limitToOptions advanced verify multipleLimit unitLabel
            update:update-descriptions [] thing-type+
            update:update-descriptions>thing-type [!uid] instruction-set+
            instruction-set [!targetVersion] any add-channel update-channel remove-channel
            add-channel [!id groupIds] type label? description? tags?
            update-channel [!id groupIds preserveConfiguration] type label? description? tags?
            remove-channel [!id groupIds]
            """;
    private static final Set<String> NAMESPACES = Set.of("xmlns:xsi", "xmlns:thing", "xmlns:addon",
            "xmlns:update", "xsi:schemaLocation");
    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        GRAMMAR.lines().map(Rule::parse).forEach(rule -> RULES.put(rule.element, rule));
    }

    private OhInfGrammar() {}

    private record Rule(String element, List<String> attributes, boolean anyOrder, List<String> children) {

        static Rule parse(String line) {
            List<String> words = Arrays.asList(line.replaceAll("[\\[\\]]", "|").split("\\|", -1));
            boolean anyOrder = words.get(2).strip().startsWith("any ");
            String children = words.get(2).strip();
            return new Rule(words.get(0).strip(), split(words.get(1)), anyOrder,
                    split(anyOrder ? children.substring(4) : children));
        }

        private static List<String> split(String words) {
            return Stream.of(words.strip().split(" +")).filter(word -> !word.isEmpty()).toList();
        }

        void check(Element element, Collection<String> complaints) {
            Set<String> given = new TreeSet<>();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                given.add(element.getAttributes().item(i).getNodeName());
            }
            given.removeAll(NAMESPACES);
            attributes.stream().filter(name -> name.startsWith("!")).map(name -> name.substring(1))
                    .filter(name -> !given.contains(name))
                    .forEach(name -> complaints.add(path(element) + " lacks " + name));
            attributes.forEach(name -> given.remove(name.replace("!", "")));
            given.forEach(name -> complaints.add(path(element) + " has an unknown attribute " + name));
            if (!pattern().matcher(names(element)).matches()) {
                complaints.add(path(element) + " has the children " + names(element) + "but should have " + children);
            }
        }

        private Pattern pattern() {
            if (anyOrder) {
                return Pattern.compile("((" + String.join("|", children) + ") )*");
            }
            StringBuilder pattern = new StringBuilder();
            for (String child : children) {
                String name = child.replaceAll("[?*+]", "");
                pattern.append("(").append(name).append(" )").append(child.substring(name.length()));
            }
            return Pattern.compile(pattern.toString());
        }

        private static String names(Element element) {
            StringBuilder names = new StringBuilder();
            OhInf.children(element).forEach(child -> names.append(child.getTagName()).append(' '));
            return names.toString();
        }

        private static String path(Element element) {
            String name = element.getAttribute("id") + element.getAttribute("name");
            return element.getTagName() + (name.isEmpty() ? "" : " " + name);
        }
    }

    /** Looks at an element and all below it, and adds what is wrong to the complaints. */
    static void check(Element element, Collection<String> complaints) {
        String parent = element.getParentNode() == null ? "" : element.getParentNode().getNodeName();
        Rule rule = RULES.getOrDefault(parent + ">" + element.getTagName(), RULES.get(element.getTagName()));
        if (rule != null) {
            rule.check(element, complaints);
        } else if (element.getAttributes().getLength() > 0 || !OhInf.children(element).isEmpty()) {
            complaints.add(element.getTagName() + " should hold nothing but text");
        }
        OhInf.children(element).forEach(child -> check(child, complaints));
    }
}
