import { quoted } from '../base/quoted.js';
import type { Basis } from '../evidence/basis.js';

/** Whether a term is settled once for the deal or anew in each phase. */
export type TermScope = 'deal' | 'phase';

/** What every kind of term has. */
interface TermBase {
  /** What people call it; unique among the terms. */
  readonly label: string;
  readonly scope: TermScope;
  /** What the term means, where the label does not say it all. */
  readonly note?: string;
}

/** A named part of a quantity: one category, or several together. */
export interface Category {
  readonly label: string;
  /** For a group: the categories it is made of, and nothing else is in it. */
  readonly of?: readonly string[];
}

/** The figures a quantity may take over the whole deal; each phase lies between nothing and these. */
export interface QuantityBounds {
  readonly least: number;
  /** Absent: no limit, in which case analysis over all offers refuses the term. */
  readonly most?: number;
  readonly basis: Basis;
  readonly because?: string;
}

/** Something to be settled as a figure. */
export interface Quantity extends TermBase {
  readonly kind: 'quantity';
  /** One of it and several of it: `person`, `persons`. */
  readonly unit: { readonly one: string; readonly many: string };
  /** The distance between possible figures. */
  readonly step: number;
  readonly bounds: QuantityBounds;
  /** For a term about people: what is done, `released`, `returned`, `paid`. */
  readonly verb?: string;
  /** Categories and groups, addressed as `term/category`. */
  readonly categories: Readonly<Record<string, Category>>;
  /** Whether one person or thing may be in two categories. */
  readonly overlap: boolean;
  /** Whether everything is in at least one category. */
  readonly complete: boolean;
  /** What plain absence from a full text means. */
  readonly absent: number;
}

/** Something that is so or is not. */
export interface Flag extends TermBase {
  readonly kind: 'flag';
  /** What plain absence from a full text means. */
  readonly absent: boolean;
}

/** One of several named options. */
export interface Choice extends TermBase {
  readonly kind: 'choice';
  /** Labels by id, lowest first if ordered. */
  readonly options: Readonly<Record<string, string>>;
  readonly ordered: boolean;
  /** What the order, or an option nobody has proposed, rests on. */
  readonly basis: Basis;
  readonly because?: string;
  /** What plain absence from a full text means; without it a full text must say which. */
  readonly absent?: string;
}

/** One thing to be settled. */
export type Term = Quantity | Flag | Choice;

/** Terms by id. */
export type Terms = Readonly<Record<string, Term>>;

/** A path id taken apart: `hostages/women` is the category `women` of the term `hostages`. */
export function splitPath(path: string): { readonly term: string; readonly category?: string } {
  const slash = path.indexOf('/');
  return slash < 0 ? { term: path } : { term: path.slice(0, slash), category: path.slice(slash + 1) };
}

/** The quantity a path id belongs to; the path must be valid, as every path in a checked scenario is. */
export function quantityAt(terms: Terms, path: string): Quantity {
  const term = terms[splitPath(path).term];
  if (term?.kind !== 'quantity') throw new RangeError(`'${path}' is not a quantity of this scenario.`);
  return term;
}

/** The choice with this id, in a checked scenario. */
export function choiceAt(terms: Terms, id: string): Choice {
  const term = terms[id];
  if (term?.kind !== 'choice') throw new RangeError(`'${id}' is not a choice of this scenario.`);
  return term;
}

/** Every path id of a quantity: itself, then its categories and groups. */
export function pathsOf(id: string, quantity: Quantity): readonly string[] {
  return [id, ...Object.keys(quantity.categories).map((category) => `${id}/${category}`)];
}

/** `hostages released (women)`: a term or category in the words that conditions use. */
export function termLabel(terms: Terms, path: string): string {
  const { term: id, category } = splitPath(path);
  const term = terms[id];
  if (!term) return path;
  const verb = term.kind === 'quantity' && term.verb !== undefined ? ` ${term.verb}` : '';
  const part = category === undefined || term.kind !== 'quantity' ? undefined : term.categories[category]?.label;
  return `${quoted(`${term.label}${verb}`)}${part === undefined ? '' : ` (${quoted(part)})`}`;
}

/** `1 person`, `40 persons`: the unit that goes with a figure. */
export function unitFor(unit: Quantity['unit'], n: number): string {
  return Math.abs(n) === 1 ? unit.one : unit.many;
}
