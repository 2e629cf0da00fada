import type { Compiled, Node } from './compile.js';

/** Whether something holds for every value that is left, for none, or for some. */
export type Holds = 'always' | 'never' | 'perhaps';

/** The owner of what always holds, such as the ties of the offer space. */
export const NOBODY = -1;

/** What led to a dead end: whose claims, by their number from 0, and which decisions, as `decision` numbers them. */
export type Blame = Set<number>;

/** The number of the decision taken at a depth: below every claim's, and below nobody's. */
export function decision(depth: number): number {
  return -2 - depth;
}

/**
 * What is left of each unknown while values are looked for, what has been asked so far, and a trail to go back by. Every
 * narrowing is remembered with the row that made it, so that a dead end can say whose claims led there.
 */
export class State {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The rows asked, and whose claim each was asked for. */
  private readonly owner: Int32Array;
  private readonly asked: Uint8Array;
  /** For a row asked because of something besides its owner: a decision, or that all else of an `or` had failed. */
  private readonly why: (Why | undefined)[];
  private readonly rowTrail: number[] = [];
  /** Every `or` asked that is not yet decided, with its owner. */
  readonly open: Open[] = [];
  /** The trail: which end (2v the lower, 2v + 1 the upper), what it was, and the row that narrowed it. */
  private readonly ends: number[] = [];
  private readonly was: number[] = [];
  private readonly by: number[] = [];
  /** Rows to be looked at, round and round, first come first served: one that ends it does not wait while others creep. */
  private readonly queue: Int32Array;
  private next = 0;
  private waiting = 0;
  private readonly queued: Uint8Array;
  private moved = false;
  /** How many rows have been looked at in all. */
  work = 0;

  constructor(readonly program: Compiled) {
    const rows = program.atLeast.length;
    this.least = program.least.slice();
    this.most = program.most.slice();
    this.owner = new Int32Array(rows).fill(NOBODY);
    this.asked = new Uint8Array(rows);
    this.queue = new Int32Array(rows);
    this.queued = new Uint8Array(rows);
    this.why = new Array<Why | undefined>(rows);
  }

  /** A place to go back to. */
  mark(): Mark {
    return { trail: this.ends.length, rows: this.rowTrail.length, open: this.open.slice() };
  }

  /** Goes back: everything since then is as it was. */
  back({ trail, rows, open }: Mark): void {
    for (let t = this.ends.length - 1; t >= trail; t--) {
      const end = this.ends[t]!;
      (end % 2 === 0 ? this.least : this.most)[end >> 1] = this.was[t]!;
    }
    this.ends.length = this.was.length = this.by.length = trail;
    for (const row of this.rowTrail.splice(rows)) {
      this.asked[row] = 0;
      this.owner[row] = NOBODY;
      this.why[row] = undefined;
    }
    this.open.length = 0;
    this.open.push(...open);
    while (this.waiting > 0) this.dequeue();
  }

  /** Asks that a node hold. */
  ask(node: Node, owner: number, why?: Why): void {
    if (node.kind === 'row') {
      if (this.asked[node.row] === 1) return;
      this.asked[node.row] = 1;
      this.owner[node.row] = owner;
      this.why[node.row] = why;
      this.rowTrail.push(node.row);
      this.enqueue(node.row);
    } else if (node.kind === 'and') {
      for (const part of node.of) this.ask(part, owner, why);
    } else {
      this.open.push({ node, owner, why });
      this.moved = true;
    }
  }

  /** Has every row asked looked at again. */
  stir(): void {
    for (const row of this.rowTrail) this.enqueue(row);
  }

  /** Takes the ends of an unknown as closer, by a decision. */
  choose(v: number, least: number, most: number, by: number): void {
    if (least > this.least[v]!) this.narrow(v, 0, least, by);
    if (most < this.most[v]!) this.narrow(v, 1, most, by);
  }

  /** Narrows as far as reasoning on intervals goes; whose claims led to a dead end, if it comes to one. */
  settle(budget: number): Blame | 'spent' | undefined {
    for (;;) {
      while (this.waiting > 0) {
        const row = this.dequeue();
        if (++this.work > budget) return 'spent';
        if (!this.tighten(row)) return this.blame((walk) => walk.row(row, -1));
      }
      if (!this.moved) return undefined;
      this.moved = false;
      const dead = this.decideOpen();
      if (dead) return dead;
    }
  }

  /** Looks over what is open: what always holds is dropped, and what has one part left comes to that part. */
  private decideOpen(): Blame | undefined {
    for (let i = this.open.length - 1; i >= 0; i--) {
      const one = this.open[i]!;
      const { node, owner } = one;
      let left: Node | undefined;
      let several = false;
      let always = false;
      for (const part of node.of) {
        const holds = this.holds(part);
        if (holds === 'always') {
          always = true;
          break;
        }
        if (holds === 'never') continue;
        if (left) several = true;
        left ??= part;
      }
      if (!always && several) continue;
      this.open[i] = this.open.at(-1)!;
      this.open.pop();
      if (always) continue;
      if (!left) return this.blameOpen(one);
      this.ask(left, owner, { over: node.over, since: this.ends.length, and: one.why });
    }
    return undefined;
  }

  /** Whether a node holds for what is left. */
  holds(node: Node): Holds {
    if (node.kind === 'row') return this.rowHolds(node.row);
    const [decides, otherwise] = node.kind === 'and' ? (['never', 'always'] as const) : (['always', 'never'] as const);
    let all = true;
    for (const part of node.of) {
      const holds = this.holds(part);
      if (holds === decides) return decides;
      if (holds !== otherwise) all = false;
    }
    return all ? otherwise : 'perhaps';
  }

  private rowHolds(row: number): Holds {
    const { start, of, times, atLeast } = this.program;
    let [low, high] = [0, 0];
    for (let m = start[row]!; m < start[row + 1]!; m++) {
      const [v, n] = [of[m]!, times[m]!];
      if (n > 0) {
        low += n * this.least[v]!;
        high += n * this.most[v]!;
      } else {
        low += n * this.most[v]!;
        high += n * this.least[v]!;
      }
    }
    if (low >= atLeast[row]!) return 'always';
    return high < atLeast[row]! ? 'never' : 'perhaps';
  }

  /**
   * An unknown of an asked row that may still be missed, and in which direction the row would have it.
   *
   * @param from - so many of the rows asked first are known to hold, as `from` of the last answer says: narrowed, they still do
   */
  undecided(from: number): { readonly v: number; readonly up: boolean; readonly from: number } | undefined {
    const { start, of, times } = this.program;
    for (let at = from; at < this.rowTrail.length; at++) {
      const row = this.rowTrail[at]!;
      if (this.rowHolds(row) === 'always') continue;
      let best = -1;
      let width = Infinity;
      for (let m = start[row]!; m < start[row + 1]!; m++) {
        const wide = this.most[of[m]!]! - this.least[of[m]!]!;
        if (wide > 0 && wide < width) [best, width] = [m, wide];
      }
      if (best >= 0) return { v: of[best]!, up: times[best]! > 0, from: at };
    }
    return undefined;
  }

  private tighten(row: number): boolean {
    const { start, of, times, atLeast } = this.program;
    const [from, to] = [start[row]!, start[row + 1]!];
    let slack = -atLeast[row]!;
    for (let m = from; m < to; m++) {
      const n = times[m]!;
      slack += n * (n > 0 ? this.most[of[m]!]! : this.least[of[m]!]!);
    }
    if (slack < 0) return false;
    for (let m = from; m < to; m++) {
      const [v, n] = [of[m]!, times[m]!];
      const [low, high] = [this.least[v]!, this.most[v]!];
      if (n > 0) {
        if (n * (high - low) > slack) this.narrow(v, 0, high - Math.floor(slack / n), row);
      } else if (-n * (high - low) > slack) this.narrow(v, 1, low + Math.floor(slack / -n), row);
    }
    return true;
  }

  private narrow(v: number, end: 0 | 1, to: number, by: number): void {
    const side = end === 0 ? this.least : this.most;
    this.ends.push(2 * v + end);
    this.was.push(side[v]!);
    this.by.push(by);
    side[v] = to;
    this.moved ||= this.open.length > 0;
    // How far a row can reach turns on one end of each of its unknowns, and not on the end that it narrows itself.
    const turning = end === 0 ? this.program.onLeast[v]! : this.program.onMost[v]!;
    for (const row of turning) if (this.asked[row] === 1) this.enqueue(row);
  }

  private enqueue(row: number): void {
    if (this.queued[row] === 1) return;
    this.queued[row] = 1;
    this.queue[(this.next + this.waiting++) % this.queue.length] = row;
  }

  private dequeue(): number {
    const row = this.queue[this.next]!;
    this.next = (this.next + 1) % this.queue.length;
    this.waiting--;
    this.queued[row] = 0;
    return row;
  }

  /** What an `or` rests on as it is now: its owner, why it was asked, and what has failed of it. */
  blameOpen({ node, owner, why }: Open): Blame {
    return this.blame((walk) => {
      walk.owners.add(owner);
      walk.why(why);
      walk.why({ over: node.over, since: this.ends.length });
    });
  }

  private blame(from: (walk: Walk) => void): Blame {
    const walk = new Walk(this.program, this.owner, this.why);
    from(walk);
    return walk.back(this.ends, this.by);
  }
}

/** An `or` that is asked and not decided yet. */
interface Open {
  readonly node: Extract<Node, { kind: 'and' | 'or' }>;
  readonly owner: number;
  readonly why: Why | undefined;
}

/** Why something was asked besides for its owner. */
export interface Why {
  /** A decision, by its number. */
  readonly decision?: number;
  /** Or what was left of these unknowns by then. */
  readonly over?: readonly number[];
  /** How long the trail was then. */
  readonly since?: number;
  readonly and?: Why | undefined;
}

/** Where a state was. */
export interface Mark {
  readonly trail: number;
  readonly rows: number;
  readonly open: readonly Open[];
}

/** Walks a trail back, from what failed to whose claims it rests on. */
class Walk {
  readonly owners = new Set<number>();
  private readonly needed: Uint8Array;
  private readonly seen = new Set<number>();
  /** What is to be needed from some place of the trail on, backwards. */
  private readonly later: { readonly since: number; readonly over: readonly number[] }[] = [];

  constructor(
    private readonly program: Compiled,
    private readonly owner: Int32Array,
    private readonly whys: readonly (Why | undefined)[],
  ) {
    this.needed = new Uint8Array(2 * program.names.length);
  }

  /** A row rests on the far ends of its other unknowns; it was asked for somebody. */
  row(row: number, except: number): void {
    const { start, of, times } = this.program;
    for (let m = start[row]!; m < start[row + 1]!; m++) {
      if (of[m] !== except) this.needed[2 * of[m]! + (times[m]! > 0 ? 1 : 0)] = 1;
    }
    if (this.seen.has(row)) return;
    this.seen.add(row);
    this.owners.add(this.owner[row]!);
    this.why(this.whys[row]);
  }

  why(why: Why | undefined): void {
    if (!why) return;
    if (why.decision !== undefined) this.owners.add(why.decision);
    if (why.over) this.later.push({ since: why.since ?? 0, over: why.over });
    this.why(why.and);
  }

  back(ends: readonly number[], by: readonly number[]): Blame {
    for (let t = ends.length - 1; t >= 0; t--) {
      for (let i = this.later.length - 1; i >= 0; i--) {
        const { since, over } = this.later[i]!;
        if (since <= t) continue;
        this.later.splice(i, 1);
        // What failed may rest on either end of anything in it.
        for (const v of over) this.needed[2 * v] = this.needed[2 * v + 1] = 1;
      }
      const end = ends[t]!;
      if (this.needed[end] === 0) continue;
      this.needed[end] = 0;
      const row = by[t]!;
      if (row <= NOBODY) this.owners.add(row);
      else this.row(row, end >> 1);
    }
    this.owners.delete(NOBODY);
    return this.owners;
  }
}
