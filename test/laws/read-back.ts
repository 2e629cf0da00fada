// Reads back what `say` says, by recursive descent. It knows the scenario's labels, and nothing of how they are put.
import {
  LENGTH_UNITS,
  type Amount,
  type Base,
  type Compare,
  type Condition,
  type Scenario,
  type Scope,
} from 'sticking-points';

/** A label without quotation marks holds none of these, does not begin as a comparison or amount does, and has no marks. */
const GRAMMAR = /\b(in phase|in total|up to phase|plus|minus|times|per|or|begins|give or take)\b/i;
const BEGINNINGS = /^(length|if|not|all|none|half|some|about|at least|at most|more than|less than|exactly)\b/i;
const BARE = /^[\p{L}\p{N}][\p{L}\p{N} '’.,–-]*$/u;

type Op = Compare['op'];
type Addend = Pick<Compare, 'of' | 'in' | 'times'>;

const OPS: readonly (readonly [string, Op])[] = [
  ['at least', '>='],
  ['at most', '<='],
  ['more than', '>'],
  ['less than', '<'],
  ['exactly', '='],
];

/** The condition that a sentence says; throws where it says none, or something more. */
export function readBack(sentence: string, scenario: Scenario): Condition {
  const reader = new Reader(sentence, scenario);
  const condition = reader.condition();
  reader.end();
  return condition;
}

/** A condition in the one form in which it is read back: a bare number is that number exactly, once is no multiple. */
export function inOneForm(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(inOneForm) };
    case 'not':
      return { ...condition, of: inOneForm(condition.of) };
    case 'ifThen':
      return { ...condition, if: inOneForm(condition.if), then: inOneForm(condition.then) };
    case 'compare': {
      const { plus = [], line, times = 1, ...rest } = condition;
      const once = plus.map(({ times: n = 1, ...a }): Addend => ({ ...a, ...(n !== 1 && { times: n }) }));
      return {
        ...rest,
        ...(times !== 1 && { times }),
        ...(once.length > 0 && { plus: once }),
        line: withoutWords(line),
      };
    }
    case 'length':
      return { ...condition, line: withoutWords(condition.line) };
    default:
      return condition;
  }
}

function withoutWords(line: Compare['line']): Amount {
  if (typeof line === 'number') return { wording: 'exactly', n: line };
  const { words: _, ...rest } = line;
  return rest;
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly scenario: Scenario,
  ) {}

  end(): void {
    if (this.at < this.text.length) this.fail('the end');
  }

  condition(): Condition {
    if (this.eat('all of [')) return { kind: 'all', of: this.parts(' and ') };
    if (this.eat('any of [')) return { kind: 'any', of: this.parts(' or ') };
    if (this.eat('not (')) return { kind: 'not', of: this.closed() };
    if (this.eat('if (')) {
      const first = this.closed();
      this.expect(' then (');
      return { kind: 'ifThen', if: first, then: this.closed() };
    }
    if (this.sees('length: ') || this.sees('length in ') || this.sees('length up to ')) return this.length();
    return this.simple();
  }

  private closed(): Condition {
    const condition = this.condition();
    this.expect(')');
    return condition;
  }

  private parts(between: string): Condition[] {
    const parts: Condition[] = [];
    while (!this.eat(']')) {
      if (parts.length > 0) this.expect(between);
      this.expect('(');
      parts.push(this.closed());
    }
    return parts;
  }

  private length(): Condition {
    this.expect('length');
    const scope = this.scope();
    this.expect(': ');
    const op = this.op();
    const line = this.amount();
    this.expect(' ');
    const one = line.wording === 'exactly' && line.n === 1;
    const unit = LENGTH_UNITS.find((u) => this.eat(one ? u.slice(0, -1) : u));
    return { kind: 'length', ...scope, op, line, unit: unit ?? this.fail('a unit of length') };
  }

  private simple(): Condition {
    const first = this.addend(this.eat('minus ') ? -1 : 1);
    const term = this.scenario.terms[first.of.split('/')[0] ?? ''];
    if (this.eat(' begins no later than phase ')) return { kind: 'begins', of: first.of, noLaterThan: this.number() };
    if (this.eat(' begins before ')) {
      const then = this.path();
      this.expect(' begins');
      return { kind: 'before', first: first.of, then };
    }
    if (this.eat(' per ')) {
      const per = this.path();
      const scope = this.scope();
      this.expect(': ');
      return { kind: 'ratio', of: first.of, per, ...scope, op: this.op(), line: this.number() };
    }
    switch (term?.kind) {
      case 'flag':
        this.expect(': ');
        return { kind: 'flag', ...phaseOf(first), is: this.eat('yes') || (this.expect('no'), false) };
      case 'choice':
        this.expect(': ');
        return this.options(phaseOf(first), term.options);
      default:
        return this.compare(first);
    }
  }

  private compare(first: Addend): Condition {
    const plus: Addend[] = [];
    for (;;) {
      const sign = this.eat(' plus ') ? 1 : this.eat(' minus ') ? -1 : 0;
      if (sign === 0) break;
      plus.push(this.addend(sign));
    }
    this.expect(': ');
    const op = this.op();
    const line = this.amount();
    if (!['all', 'remaining', 'half of', 'share of'].includes(line.wording)) {
      const term = this.scenario.terms[first.of.split('/')[0] ?? ''];
      const unit = term?.kind === 'quantity' ? term.unit : this.fail('a quantity');
      this.expect(` ${line.wording === 'exactly' && Math.abs(line.n) === 1 ? unit.one : unit.many}`);
    }
    return { kind: 'compare', ...first, ...(plus.length > 0 && { plus }), op, line };
  }

  /** Options joined by "or", else an option after "at least" and the like. */
  private options(place: { of: string; in?: number }, options: Readonly<Record<string, string>>): Condition {
    const start = this.at;
    const is: string[] = [];
    do {
      const option = this.oneOf(options);
      if (option === undefined) break;
      is.push(option);
    } while (this.eat(' or '));
    if (is.length > 0 && (this.at === this.text.length || this.sees(')'))) return { kind: 'choice', ...place, is };
    this.at = start;
    const op = this.op();
    if (op === '=') return this.fail('an order');
    return { kind: 'rank', ...place, op, option: this.oneOf(options) ?? this.fail('an option') };
  }

  private addend(sign: number): Addend {
    const start = this.at;
    const many = this.sees('“') ? undefined : this.maybeNumber();
    const times = many !== undefined && this.eat(' times ') ? sign * many : sign;
    if (Math.abs(times) === 1) this.at = start;
    return { of: this.path(), ...this.scope(), ...(times !== 1 && { times }) };
  }

  /** A term, or a category of one. */
  private path(): string {
    const { terms } = this.scenario;
    const named = Object.fromEntries(
      Object.entries(terms).map(([id, t]) => [
        id,
        t.kind === 'quantity' && t.verb !== undefined ? `${t.label} ${t.verb}` : t.label,
      ]),
    );
    const id = this.oneOf(named) ?? this.fail('a term');
    const term = terms[id];
    if (term?.kind !== 'quantity' || !this.eat(' (')) return id;
    const categories = Object.fromEntries(Object.entries(term.categories).map(([c, { label }]) => [c, label]));
    const category = this.oneOf(categories) ?? this.fail('a category');
    this.expect(')');
    return `${id}/${category}`;
  }

  private scope(): { in?: Scope } {
    if (this.eat(' in total')) return { in: 'total' };
    if (this.eat(' in phase ')) return { in: this.number() };
    return this.eat(' up to phase ') ? { in: { upTo: this.number() } } : {};
  }

  private op(): Op {
    for (const [words, op] of OPS) if (this.eat(`${words} `)) return op;
    return this.fail('a comparison');
  }

  private amount(): Amount {
    for (const wording of ['at least', 'more than', 'at most', 'up to', 'less than'] as const) {
      if (this.eat(`${wording} `)) return { wording, n: this.number() };
    }
    if (this.eat('between ')) {
      const from = this.number();
      this.expect(' and ');
      return { wording: 'between', from, to: this.number() };
    }
    if (this.eat('about ')) {
      const n = this.number();
      if (!this.eat(' give or take ')) return { wording: 'about', n };
      return { wording: 'about', n, give: { n: this.number(), basis: 'assumed' } };
    }
    if (this.eat('some')) return { wording: 'some' };
    for (const wording of ['all', 'remaining'] as const) if (this.eat(wording)) return { wording, ...this.base() };
    if (this.eat('half')) return { wording: 'half of', ...this.base() };
    const n = this.number();
    if (!this.eat(' out of ')) return { wording: 'exactly', n };
    return { wording: 'share of', parts: n, outOf: this.number(), ...this.base() };
  }

  private base(): { of?: Base } {
    if (!this.eat(' of ')) return {};
    const counts = Object.fromEntries(Object.entries(this.scenario.counts).map(([id, { label }]) => [id, label]));
    const start = this.at;
    const count = this.oneOf(counts);
    const next = this.text[this.at];
    if (count !== undefined && (next === undefined || next === ')')) return { of: { count } };
    this.at = start;
    return { of: { quantity: this.path(), ...this.scope() } };
  }

  /** The id whose label stands here, in quotation marks or bare; of several bare ones the longest. */
  private oneOf(labels: Readonly<Record<string, string>>): string | undefined {
    const entries = Object.entries(labels);
    const start = this.at;
    if (this.eat('“')) {
      let label = '';
      while (!this.eat('”')) {
        this.eat('\\');
        label += this.text[this.at++] ?? this.fail('a closing quotation mark');
      }
      const id = entries.find(([, l]) => l === label)?.[0];
      if (id === undefined) this.at = start;
      return id;
    }
    const longest = entries
      .filter(([, label]) => BARE.test(label) && !GRAMMAR.test(label) && !BEGINNINGS.test(label) && this.sees(label))
      .sort(([, a], [, b]) => b.length - a.length)[0];
    if (longest) this.at += longest[1].length;
    return longest?.[0];
  }

  private number(): number {
    return this.maybeNumber() ?? this.fail('a figure');
  }

  private maybeNumber(): number | undefined {
    const found = /^−?\d[\d,]*(\.\d+)?/.exec(this.text.slice(this.at))?.[0];
    if (found === undefined) return undefined;
    this.at += found.length;
    return Number(found.replaceAll(',', '').replace('−', '-'));
  }

  private sees(words: string): boolean {
    return this.text.startsWith(words, this.at);
  }

  private eat(words: string): boolean {
    if (!this.sees(words)) return false;
    this.at += words.length;
    return true;
  }

  private expect(words: string): void {
    if (!this.eat(words)) this.fail(`'${words}'`);
  }

  private fail(what: string): never {
    throw new Error(`Expected ${what} at '${this.text.slice(this.at)}' of '${this.text}'.`);
  }
}

function phaseOf({ of, in: scope }: Addend): { of: string; in?: number } {
  return { of, ...(typeof scope === 'number' && { in: scope }) };
}
