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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.solarplant.internal.action.ChargerActions;
import org.openhab.binding.solarplant.internal.action.InverterActions;
import org.openhab.binding.solarplant.internal.action.PlantActions;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.RuleAction;

/** The README calls rule actions by their names, with the inputs that they have, in their order. */
@NonNullByDefault
class ReadmeActionsTest {

    private static final Map<String, Class<?>> CLASSES = Map.of("inverter", InverterActions.class, "plant",
            PlantActions.class, "ev-charger", ChargerActions.class);
    private static final Pattern VARIABLE = Pattern.compile("(\\w+) = [^\\n]*\"solarplant:([a-z-]+):[^\\n]*");
    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| ([a-z-]+(?:, [a-z-]+)*) +\\| `(\\w+)\\(([^)]*)\\)` ");

    private final Readme readme = Readme.read().chapter("Rule Actions");

    /** A call in a snippet. */
    private record Call(String thing, String method, List<String> arguments) {}

    @Test
    void theTableHasEveryActionWithItsInputs() {
        Set<String> told = ROW.matcher(readme.text()).results()
                .flatMap(row -> Stream.of(row.group(1).split(", "))
                        .map(thing -> thing + " " + row.group(2) + "(" + row.group(3) + ")"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = CLASSES.entrySet().stream().flatMap(entry -> actions(entry.getValue())
                .map(action -> entry.getKey() + " " + action.getName() + Stream.of(action.getParameters())
                        .map(ReadmeActionsTest::input).collect(Collectors.joining(", ", "(", ")"))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "javascript", "ruby"})
    void eachLanguageHasEveryActionAndCallsItRightly(String language) {
        List<Call> calls = readme.code(language).stream().flatMap(code -> calls(code).stream()).toList();
        calls.forEach(ReadmeActionsTest::check);
        Set<String> called = calls.stream().map(Call::method).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(CLASSES.values().stream().flatMap(ReadmeActionsTest::actions).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new)), called);
    }

    private static Stream<Method> actions(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(RuleAction.class));
    }

    private static String input(Parameter parameter) {
        return Objects.requireNonNull(parameter.getAnnotation(ActionInput.class)).name();
    }

    /** What is called on what stands for a thing. */
    private static List<Call> calls(String code) {
        Map<String, String> things = new HashMap<>();
        String oneQuote = code.replace('\'', '"');
        VARIABLE.matcher(oneQuote).results().forEach(found -> things.put(found.group(1), found.group(2)));
        List<Call> calls = new ArrayList<>();
        String thing = "(?:\\b(" + String.join("|", things.isEmpty() ? Set.of("none") : things.keySet())
                + ")|things\\[\"solarplant:([a-z-]+):[^\"]*\"])";
        Pattern.compile(thing + "\\.(\\w+)(\\()?").matcher(oneQuote).results().forEach((MatchResult found) -> {
            String kind = found.group(1) == null ? found.group(2) : things.get(found.group(1));
            calls.add(new Call(Objects.requireNonNull(kind), camel(found.group(3)),
                    found.group(4) == null ? List.of() : arguments(oneQuote, found.end())));
        });
        return calls;
    }

    private static String camel(String name) {
        return Pattern.compile("_(\\w)").matcher(name).replaceAll(found -> found.group(1).toUpperCase());
    }

    /** From an opening bracket to its end, split at the commas between. */
    private static List<String> arguments(String code, int start) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        for (char c : code.substring(start).toCharArray()) {
            if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
                if (c == ')') {
                    break;
                }
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            argument.append(c);
        }
        arguments.removeIf(String::isEmpty);
        return arguments;
    }

    private static void check(Call call) {
        Method action = actions(Objects.requireNonNull(CLASSES.get(call.thing)))
                .filter(method -> method.getName().equals(call.method)).findFirst()
                .orElseThrow(() -> new AssertionError("there is no such action: " + call));
        assertEquals(Arrays.asList(action.getParameterTypes()),
                call.arguments.stream().<Class<?>>map(ReadmeActionsTest::type).toList(), call::toString);
    }

    private static Class<?> type(String argument) {
        if (argument.contains("LocalTime.")) {
            return LocalTime.class;
        }
        if (argument.contains("Duration.")) {
            return Duration.class;
        }
        if (argument.startsWith("\"")) {
            return String.class;
        }
        if (argument.matches("true|false")) {
            return Boolean.class;
        }
        assertTrue(argument.matches("-?\\d+( ?\\| ?\"?\\w+\"?)?|Quantity\\(\"-?\\d+ \\w+\"\\)\\.rawQtyType"), argument);
        return Number.class;
    }
}
