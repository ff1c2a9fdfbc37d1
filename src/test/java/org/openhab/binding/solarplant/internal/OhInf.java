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

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the binding tells openHAB about itself: the files under OH-INF, for tests to look at. */
@NonNullByDefault
final class OhInf {

    static final String BINDING = "solarplant";
    private static final Path FOLDER = Path.of("src", "main", "resources", "OH-INF");

    private OhInf() {}

    /** The root elements of all XML files. */
    static List<Element> roots() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().map(OhInf::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All elements with this tag, in all files that tell what there is. */
    static List<Element> all(String tag) {
        return roots().stream().filter(root -> !isUpdate(root)).flatMap(root -> within(root, tag)).toList();
    }

    /** What is to be changed in things that were made by older versions: the thing types of the update files. */
    static List<Element> updates() {
        return roots().stream().filter(OhInf::isUpdate).flatMap(root -> children(root).stream()).toList();
    }

    private static boolean isUpdate(Element root) {
        return root.getTagName().equals("update:update-descriptions");
    }

    /** The elements with this tag at any depth. */
    static Stream<Element> within(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    /** The elements right below this one. */
    static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static Optional<Element> child(Element parent, String tag) {
        return children(parent).stream().filter(child -> child.getTagName().equals(tag)).findFirst();
    }

    /** The ids of the channel types that trigger events: they are not metrics, and have no state. */
    static Set<String> triggers() {
        return all("channel-type").stream().filter(type -> text(type, "kind").equals("trigger"))
                .map(type -> type.getAttribute("id")).collect(Collectors.toSet());
    }

    /** The text of the child with this tag; empty where there is none. */
    static String text(Element parent, String tag) {
        return child(parent, tag).map(Element::getTextContent).orElse("");
    }

    /** The texts of a language; {@code suffix} is empty for English, {@code _de} for German. */
    static Properties texts(String suffix) {
        try (var reader = Files.newBufferedReader(FOLDER.resolve("i18n/" + BINDING + suffix + ".properties"))) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a language's file, as they stand. */
    static List<String> lines(String suffix) {
        try {
            return Files.readAllLines(FOLDER.resolve("i18n/" + BINDING + suffix + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The root element of this XML text. */
    static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("not well-formed: " + xml, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
