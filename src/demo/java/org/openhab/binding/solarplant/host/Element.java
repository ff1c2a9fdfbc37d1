/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** One element of an XML file, read strictly: in order, and to the last attribute. */
@NonNullByDefault
final class Element {

    private final String where;
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Deque<Element> children = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    private Element(String where, String name) {
        this.where = where;
        this.name = name;
    }

    static Element read(URL file) {
        String path = file.getPath().substring(file.getPath().lastIndexOf("OH-INF") < 0
                ? 0
                : file.getPath().lastIndexOf("OH-INF"));
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = file.openStream()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // comments before the root
            }
            return of(reader, path);
        } catch (XMLStreamException | IOException e) {
            throw new DescriptionException(path, String.valueOf(e.getMessage()));
        }
    }

    private static Element of(XMLStreamReader reader, String file) throws XMLStreamException {
        Element element = new Element(file + ":" + reader.getLocation().getLineNumber(), reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element.children.add(of(reader, file));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                element.text.append(reader.getText());
            }
        }
        return element;
    }

    String name() {
        return name;
    }

    String where() {
        return where;
    }

    /** The text of an element that has nothing else. */
    String text() {
        end();
        return content();
    }

    /** The text between the children and attributes, which are read elsewhere. */
    String content() {
        return text.toString().strip();
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.remove(attribute);
    }

    boolean flag(String attribute) {
        return flag(attribute, false);
    }

    boolean flag(String attribute, boolean absent) {
        String value = attribute(attribute);
        return value == null ? absent : Boolean.parseBoolean(value);
    }

    @Nullable
    BigDecimal number(String attribute) {
        String value = attribute(attribute);
        return value == null ? null : new BigDecimal(value);
    }

    String required(String attribute) {
        String value = attribute(attribute);
        if (value == null) {
            throw new DescriptionException(where, "<" + name + "> lacks the attribute " + attribute);
        }
        return value;
    }

    /** The next child if it has one of the names. */
    @Nullable
    Element next(String... names) {
        Element next = children.peek();
        return next != null && List.of(names).contains(next.name) ? children.poll() : null;
    }

    List<Element> all(String... names) {
        List<Element> result = new ArrayList<>();
        for (Element next = next(names); next != null; next = next(names)) {
            result.add(next);
        }
        return result;
    }

    /** The children of the next child, which has nothing else. */
    List<Element> listed(String list, String entry) {
        Element next = next(list);
        if (next == null) {
            return List.of();
        }
        List<Element> result = next.all(entry);
        next.end();
        return result;
    }

    @Nullable
    String nextText(String child) {
        Element next = next(child);
        return next == null ? null : next.text();
    }

    String requiredText(String child) {
        String value = nextText(child);
        if (value == null) {
            throw new DescriptionException(where, "<" + name + "> lacks <" + child + "> here");
        }
        return value;
    }

    /** Nothing must be left. */
    void end() {
        if (!attributes.isEmpty()) {
            throw new DescriptionException(where,
                    "<" + name + "> has the unknown attribute " + attributes.keySet().iterator().next());
        }
        Element left = children.peek();
        if (left != null) {
            throw new DescriptionException(left.where,
                    "<" + left.name + "> is unknown in <" + name + "> or in the wrong place");
        }
    }
}
