// The part of Main UI's expressions that the pages use: literals, names, members, calls, and JavaScript's operators.
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*')|([A-Za-z_$][\w$]*)|(===|!==|<=|>=|&&|\|\||[-+*/%<>!?:.,()]))/y;
const BINARY = [
    { "||": (a, b) => a() || b() },
    { "&&": (a, b) => a() && b() },
    { "===": (a, b) => a() === b(), "!==": (a, b) => a() !== b() },
    { "<": (a, b) => a() < b(), ">": (a, b) => a() > b(), "<=": (a, b) => a() <= b(), ">=": (a, b) => a() >= b() },
    { "+": (a, b) => a() + b(), "-": (a, b) => a() - b() },
    { "*": (a, b) => a() * b(), "/": (a, b) => a() / b(), "%": (a, b) => a() % b() },
];

function tokens(text) {
    const found = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
        const at = TOKEN.lastIndex;
        const match = TOKEN.exec(text);
        if (!match) {
            throw new Error(`not understood at ${at}: ${text}`);
        }
        const [, number, literal, name, sign] = match;
        found.push({ number, literal, name, sign });
    }
    return found;
}

class Parser {
    constructor(text) {
        this.rest = tokens(text);
    }

    peek(sign) {
        return this.rest[0]?.sign === sign;
    }

    take(sign) {
        if (!this.peek(sign)) {
            return false;
        }
        this.rest.shift();
        return true;
    }

    expect(sign) {
        if (!this.take(sign)) {
            throw new Error(`${sign} is missing`);
        }
    }

    choice() {
        const condition = this.binary(0);
        if (!this.take("?")) {
            return condition;
        }
        const yes = this.choice();
        this.expect(":");
        const no = this.choice();
        return scope => condition(scope) ? yes(scope) : no(scope);
    }

    binary(level) {
        if (level === BINARY.length) {
            return this.unary();
        }
        let left = this.binary(level + 1);
        while (BINARY[level][this.rest[0]?.sign]) {
            const operation = BINARY[level][this.rest.shift().sign];
            const one = left;
            const other = this.binary(level + 1);
            left = scope => operation(() => one(scope), () => other(scope));
        }
        return left;
    }

    unary() {
        if (this.take("-")) {
            const value = this.unary();
            return scope => -value(scope);
        }
        if (this.take("!")) {
            const value = this.unary();
            return scope => !value(scope);
        }
        return this.member();
    }

    member() {
        let value = this.primary();
        let owner = () => undefined;
        for (;;) {
            if (this.take(".")) {
                const object = value;
                const key = this.rest.shift().name;
                owner = object;
                value = scope => object(scope)[key];
            } else if (this.take("(")) {
                const called = value;
                const self = owner;
                const given = [];
                while (!this.take(")")) {
                    given.push(this.choice());
                    this.take(",");
                }
                value = scope => called(scope).apply(self(scope), given.map(one => one(scope)));
            } else {
                return value;
            }
        }
    }

    primary() {
        if (this.take("(")) {
            const inner = this.choice();
            this.expect(")");
            return inner;
        }
        const token = this.rest.shift();
        if (token?.number !== undefined) {
            const number = Number(token.number);
            return () => number;
        }
        if (token?.literal !== undefined) {
            const text = token.literal.slice(1, -1).replace(/\\(.)/g, "$1");
            return () => text;
        }
        if (token?.name === undefined) {
            throw new Error("an expression ends too early");
        }
        return scope => scope[token.name];
    }
}

/** A function of a scope, such as {items, Math}. */
export function compile(text) {
    const parser = new Parser(text);
    const result = parser.choice();
    if (parser.rest.length) {
        throw new Error(`there is more than an expression: ${text}`);
    }
    return result;
}
