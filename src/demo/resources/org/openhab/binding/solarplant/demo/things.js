// One card for each thing. Texts come from devices: they are only ever set as text, never as HTML.

const cards = new Map();

export function element(name, className, text) {
    const created = document.createElement(name);
    if (className) {
        created.className = className;
    }
    if (text !== undefined) {
        created.textContent = text;
    }
    return created;
}

/** Shows these things; a card is built anew only when its channels change, so that what is open stays open. */
export function show(things, parent) {
    for (const thing of things) {
        const shape = JSON.stringify([thing.label, thing.channels.map(channel => channel.id), Object.keys(thing.properties)]);
        let card = cards.get(thing.uid);
        if (!card || card.shape !== shape) {
            const built = build(thing, shape);
            if (card) {
                card.root.replaceWith(built.root);
            } else {
                parent.append(built.root);
            }
            card = built;
            cards.set(thing.uid, card);
        }
        update(card, thing);
    }
    for (const [uid, card] of cards) {
        if (!things.some(thing => thing.uid === uid)) {
            card.root.remove();
            cards.delete(uid);
        }
    }
}

function build(thing, shape) {
    const root = element("article", "thing");
    root.dataset.uid = thing.uid;
    const head = element("div", "thing-head");
    const names = element("div");
    names.append(element("h2", "", thing.label), element("p", "uid", thing.uid));
    const status = element("span", "status");
    head.append(names, status);
    const says = element("p", "says");
    root.append(head, says);

    const values = new Map();
    groups(root, thing.channels.filter(channel => !channel.advanced), values);
    const advanced = thing.channels.filter(channel => channel.advanced);
    if (advanced.length) {
        const details = fold(root, `Advanced (${advanced.length})`);
        groups(details, advanced, values);
    }
    const properties = Object.keys(thing.properties);
    if (properties.length) {
        const list = element("dl", "rows");
        fold(root, "Properties").append(list);
        properties.forEach(name => values.set("property " + name, row(list, words(name))));
    }
    return { root, shape, status, says, values };
}

function fold(parent, title) {
    const details = element("details");
    details.append(element("summary", "", title));
    parent.append(details);
    return details;
}

function groups(parent, channels, values) {
    for (const group of new Set(channels.map(channel => channel.group))) {
        const list = element("dl", "rows");
        if (group) {
            parent.append(element("h3", "", group));
        }
        parent.append(list);
        channels.filter(channel => channel.group === group)
            .forEach(channel => values.set(channel.id, row(list, channel.label)));
    }
}

function row(list, label) {
    const line = element("div");
    const value = element("dd");
    line.append(element("dt", "", label), value);
    list.append(line);
    return value;
}

function update(card, thing) {
    card.status.textContent = thing.status;
    card.status.className = "status " + thing.status;
    const detail = thing.detail === "NONE" ? "" : words(thing.detail.toLowerCase().replaceAll("_", " "));
    card.says.textContent = [detail, thing.description].filter(Boolean).join(": ");
    card.says.hidden = !card.says.textContent;
    thing.channels.forEach(channel => write(card.values.get(channel.id), channel.state, channel.text, channel.unit));
    Object.entries(thing.properties).forEach(([name, value]) => write(card.values.get("property " + name), value, value, ""));
}

/** Writes only what has changed, so that a selection in the page survives. */
function write(target, state, shown, unit) {
    const missing = state === "NULL" || state === "UNDEF";
    const text = missing ? "–" : moment(/^-?\d+(\.\d+)?$/.test(shown) && unit ? number(shown) : shown);
    if (target.dataset.shown === text + unit) {
        return;
    }
    target.dataset.shown = text + unit;
    target.classList.toggle("missing", missing);
    target.replaceChildren(text);
    if (unit && !missing) {
        target.append(" ", element("span", "unit", unit));
    }
}

/** Thousands apart, a true minus, and the decimals that it came with. */
function number(text) {
    const decimals = (text.split(".")[1] ?? "").length;
    return Number(text).toLocaleString("en", { minimumFractionDigits: decimals }).replace("-", "−");
}

/** Times as the viewer's clock shows them. */
function moment(state) {
    const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(state);
    const time = isTime ? new Date(state.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) : null;
    return time && !Number.isNaN(time.getTime()) ? time.toLocaleString("sv") : state;
}

function words(name) {
    const spaced = name.replace(/([a-z])([A-Z])/g, "$1 $2");
    return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
