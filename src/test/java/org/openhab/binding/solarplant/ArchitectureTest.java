/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The walls between the rooms, as docs/architecture.md draws them. */
@NonNullByDefault
class ArchitectureTest {

    private static final String ROOT = "org.openhab.binding.solarplant.internal";
    private static final String MODEL = ROOT + ".model";
    private static final String ALERT = ROOT + ".alert";
    private static final String POLLING = ROOT + ".polling";
    private static final String TRANSPORT = ROOT + ".transport..";
    private static final String PROFILE = ROOT + ".profile";
    private static final String DRIVER = ROOT + ".driver..";
    private static final String CAPTURE = ROOT + ".capture";
    private static final String JDK = "java..";
    private static final String NULL_ANNOTATIONS = "org.eclipse.jdt.annotation";
    private static final String GSON = "com.google.gson..";
    private static final String LOG = "org.slf4j";
    private static final String[] INNER_ROOMS = {MODEL, ALERT, POLLING, TRANSPORT, CAPTURE, PROFILE, DRIVER};
    private static final String[] OUTER_ROOMS = {ROOT + ".handler", ROOT + ".discovery", ROOT + ".action",
            ROOT + ".console", ROOT + ".config", ROOT + ".ui"};
    private static final int MOST_LINES = 350;

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .importPath(Path.of(System.getProperty("main.classes", "target/classes")));

    /** This room knows these packages, itself, and nothing else. */
    private static void knowsOnly(String room, String... others) {
        classes().that().resideInAPackage(room).should().onlyDependOnClassesThat(resideInAPackage(room)
                .or(resideInAnyPackage(JDK, NULL_ANNOTATIONS)).or(resideInAnyPackage(others))).check(SHIPPED);
    }

    @Test
    void thereIsSomethingToCheck() {
        assertTrue(SHIPPED.size() > 50, "only " + SHIPPED.size() + " classes found");
    }

    @Test
    void modelKnowsTheJdkAlone() {
        knowsOnly(MODEL);
    }

    @Test
    void alertKnowsTheModel() {
        knowsOnly(ALERT, MODEL);
    }

    @Test
    void pollingKnowsTheModel() {
        knowsOnly(POLLING, MODEL, LOG);
    }

    @Test
    void transportKnowsTheWireAlone() {
        knowsOnly(TRANSPORT, "com.ghgande.j2mod.modbus..", "org.eclipse.jetty..", GSON, LOG);
    }

    @Test
    void captureKnowsTransport() {
        knowsOnly(CAPTURE, TRANSPORT, GSON, LOG);
    }

    @Test
    void profileKnowsModelAndTransport() {
        knowsOnly(PROFILE, MODEL, TRANSPORT, GSON);
    }

    @Test
    void driverKnowsModelProfileAndTransport() {
        knowsOnly(DRIVER, MODEL, PROFILE, TRANSPORT, GSON, LOG);
    }

    @Test
    void onlyTheOuterRoomsKnowOpenHab() {
        noClasses().that().resideOutsideOfPackages(OUTER_ROOMS).and().haveSimpleNameNotEndingWith("BindingConstants")
                .should().dependOnClassesThat().resideInAPackage("org.openhab.core..").check(SHIPPED);
        noClasses().that().resideInAnyPackage(INNER_ROOMS).should().dependOnClassesThat()
                .resideInAnyPackage(OUTER_ROOMS).check(SHIPPED);
    }

    @Test
    void modbusIsSpokenInOneRoom() {
        noClasses().that().resideOutsideOfPackage(TRANSPORT).should().dependOnClassesThat()
                .resideInAPackage("com.ghgande..").check(SHIPPED);
    }

    @Test
    void noCirclesBetweenInnerRooms() {
        slices().matching(ROOT + ".(model|alert|polling|transport|capture|profile|driver)..").should().beFreeOfCycles()
                .check(SHIPPED);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Util").orShould()
                .haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper").check(SHIPPED);
    }

    @Test
    void noMutableStaticState() {
        fields().that().areStatic().and().areDeclaredInClassesThat(not(resideInAPackage("com.."))).should().beFinal()
                .check(SHIPPED);
        fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC).should()
                .notHaveRawType(not(new NoContainer())).check(SHIPPED);
    }

    /** A static field of these types is a place where state gathers, final or not. */
    private static final class NoContainer extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
        NoContainer() {
            super("no container of changing state");
        }

        @Override
        public boolean test(JavaClass type) {
            return Stream.of("java.util.concurrent.atomic.", "java.util.concurrent.ConcurrentHashMap",
                    "java.util.HashMap", "java.util.ArrayList", "java.lang.ThreadLocal")
                    .noneMatch(type.getName()::startsWith);
        }
    }

    @Test
    void standardStreamsBelongToOpenHab() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SHIPPED);
    }

    @Test
    void everyClassIsNonNullByDefault() {
        ArchRule rule = classes().that().areTopLevelClasses().and().doNotHaveSimpleName("package-info").should()
                .beAnnotatedWith(NonNullByDefault.class);
        rule.check(SHIPPED);
    }

    @Test
    void inheritanceIsShallow() {
        classes().should(new ArchCondition<>("extend at most openHAB's base class plus one") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long own = type.getAllRawSuperclasses().stream()
                        .filter(parent -> parent.getPackageName().startsWith(ROOT)).count();
                if (own > 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + own + " parents here"));
                }
            }
        }).check(SHIPPED);
    }

    @Test
    void filesAreSmall() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> big = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > MOST_LINES).map(Path::toString).toList();
            assertEquals(List.of(), big);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
