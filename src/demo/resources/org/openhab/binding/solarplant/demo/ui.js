// Draws the pages that the add-on gives to Main UI: the few widgets that they use, HTML and SVG as they are.
import { compile } from "./expression.js";
import { json } from "./json.js";

const EVERY = 1000;
const SVG = document.getElementById("drawing").namespaceURI;
const UNKNOWN = { state: "-" };
let drawn = "";
let items = {};
let bindings = [];

// as in Main UI, an item that is not there yet has a state all the same
const scope = { Math, Number, items: new Proxy({}, { get: (target, name) => items[name] ?? UNKNOWN }) };

/** Sets something now, and again whenever states change, if it is an expression. */
function bind(value, set) {
    if (typeof value === "string" && value.startsWith("=")) {
        const expression = compile(value.slice(1));
        let before;
        const update = () => {
            const now = expression(scope);
            if (now !== before) {
                before = now;
                set(now);
            }
        };
        bindings.push(update);
        update();
    } else {
        set(value);
    }
}

function children(parent, component, slot, svg) {
    for (const child of component.slots[slot] ?? []) {
        parent.append(draw(child, svg));
    }
    return parent;
}

function div(name) {
    const box = document.createElement("div");
    box.className = name;
    return box;
}

const WIDGETS = {
    "oh-layout-page": component => children(div("page"), component, "default"),
    "oh-block": component => children(div("block"), component, "default"),
    "oh-grid-row": component => children(div("row"), component, "default"),
    "oh-grid-col": component => {
        const column = div("col");
        column.style.setProperty("--width", component.config.width);
        column.style.setProperty("--medium", component.config.medium ?? component.config.width);
        return children(column, component, "default");
    },
    "f7-card": component => {
        const card = div("card");
        const header = div("card-header");
        bind(component.config.title, title => header.textContent = title);
        card.append(header, children(div("card-content"), component, "content"));
        return card;
    },
    "oh-gauge": component => gauge(component.config),
};

function shape(name, attributes) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
}

/** A semicircle as Framework7 draws it. */
function gauge(config) {
    const size = Number(config.size);
    const stroke = Number(config.borderWidth);
    const radius = size / 2 - stroke / 2;
    const arc = `M${stroke / 2} ${size / 2}a${radius} ${radius} 0 0 1 ${2 * radius} 0`;
    const svg = shape("svg", { width: size, height: size / 2 + 6, viewBox: `0 0 ${size} ${size / 2 + 6}` });
    const filled = shape("path", { d: arc, fill: "none", stroke: config.borderColor, "stroke-width": stroke, pathLength: 100 });
    const value = shape("text", { x: size / 2, y: size / 2 - 24, "text-anchor": "middle", "font-size": config.valueFontSize,
        "font-weight": 500, fill: config.valueTextColor });
    const label = shape("text", { x: size / 2, y: size / 2 - 2, "text-anchor": "middle", "font-size": 13, fill: config.labelTextColor });
    bind(config.value, now => filled.setAttribute("stroke-dasharray", `${100 * (now - config.min) / (config.max - config.min)} 200`));
    bind(config.valueText, text => value.textContent = text);
    bind(config.labelText, text => label.textContent = text);
    svg.append(shape("path", { d: arc, fill: "none", stroke: config.borderBgColor, "stroke-width": stroke }), filled, value, label);
    return svg;
}

/** What is no widget is an element of that name. */
function plain(component, svg) {
    const inside = svg || component.component === "svg";
    const element = inside ? document.createElementNS(SVG, component.component) : document.createElement(component.component);
    for (const [key, value] of Object.entries(component.config)) {
        if (key === "content") {
            const text = document.createTextNode("");
            element.append(text);
            bind(value, now => text.data = now ?? "");
        } else if (key === "style") {
            Object.entries(value).forEach(([property, one]) => bind(one, now => element.style.setProperty(property, now)));
        } else if (key === "visible") {
            bind(value, now => element.style.setProperty("display", now === false ? "none" : ""));
        } else {
            bind(value, now => element.setAttribute(key, now));
        }
    }
    return children(element, component, "default", inside);
}

function draw(component, svg = false) {
    const widget = WIDGETS[component.component];
    if (!widget && /^(oh|f7)-/.test(component.component)) {
        throw new Error(`no widget ${component.component}`);
    }
    return widget ? widget(component) : plain(component, svg);
}

function sidebar(pages, current) {
    document.getElementById("sidebar").replaceChildren(...pages.filter(page => page.config.sidebar).map(page => {
        const link = document.createElement("a");
        link.href = "/pages/" + encodeURIComponent(page.uid);
        link.textContent = page.config.label;
        if (page === current) {
            link.setAttribute("aria-current", "page");
        }
        return link;
    }));
}

function note(text) {
    const line = document.getElementById("note");
    line.hidden = !text;
    line.textContent = text;
}

async function refresh() {
    try {
        const [pages, states] = await Promise.all([json("/api/pages"), json("/api/items")]);
        items = states;
        const asked = decodeURIComponent(location.pathname.replace("/pages/", ""));
        const page = asked ? pages.find(candidate => candidate.uid === asked) : pages[0];
        const text = JSON.stringify([pages, asked]);
        if (text !== drawn) {
            bindings = [];
            sidebar(pages, page);
            document.getElementById("page").replaceChildren(...page ? [draw(page)] : []);
            document.getElementById("title").textContent = page?.config.label ?? "Pages";
            document.title = page?.config.label ?? "Pages";
            drawn = text;
        }
        bindings.forEach(update => update());
        note(page ? "" : "There is no page of this name.");
    } catch (error) {
        note(`The page cannot be shown: ${error.message}`);
    }
    setTimeout(refresh, EVERY);
}

refresh();
