import { normaliseAmount, type Amount, type AmountDraft } from './amount.js';

/** Why a term that an offer mentions has no value: each leaves every verdict on it open, with this as its cause. */
export const UNSETTLED = ['deferred', 'on the agenda', 'ambiguous', 'undisclosed', 'defined elsewhere'] as const;

/** A term that is mentioned and not settled. */
export type Unsettled<P extends string = string> =
  | {
      readonly unsettled: 'deferred';
      /** Who is to agree on it. */
      readonly between?: readonly P[];
      /** By when, as worded. */
      readonly until?: string;
      /** What happens otherwise, as worded. */
      readonly otherwise?: string;
    }
  | { readonly unsettled: 'on the agenda' | 'undisclosed' }
  | {
      readonly unsettled: 'defined elsewhere';
      /** Where: another clause, an annex, a further text. */
      readonly where: string;
    }
  | {
      readonly unsettled: 'ambiguous';
      /** How each party reads it, as worded. */
      readonly readings: readonly { readonly party: P; readonly reading: string }[];
    };

/** What an offer may say of a choice beyond naming an option: that it is one of several. */
export interface OneOf<O extends string = string> {
  readonly oneOf: readonly O[];
}

/** What an offer says of a term: an amount, yes or no, an option or some options, or that it is not settled. */
export type Value = Amount | boolean | OneOf | Unsettled;

/** The same as a modeller may write it: bare figures, bare option ids. */
export type ValueDraft = AmountDraft | boolean | string | OneOf | Unsettled;

/**
 * A term on the agenda of the talks, with no value yet: every verdict on it is open.
 *
 * @example
 * onTheAgenda(); // { unsettled: 'on the agenda' }
 */
export const onTheAgenda = () => ({ unsettled: 'on the agenda' }) as const;
/**
 * A term whose value is settled but not made known: every verdict on it is open.
 *
 * @example
 * undisclosed(); // { unsettled: 'undisclosed' }
 */
export const undisclosed = () => ({ unsettled: 'undisclosed' }) as const;
/**
 * A term left to be agreed, by whom, by when, and what happens otherwise: every verdict on it is open.
 *
 * @example
 * deferred({ between: ['north', 'south'], until: 'the end of June' });
 * // { unsettled: 'deferred', between: ['north', 'south'], until: 'the end of June' }
 */
export const deferred = <const D extends Omit<Extract<Unsettled, { unsettled: 'deferred' }>, 'unsettled'> = {}>(
  details?: D,
) => ({ unsettled: 'deferred', ...details }) as { readonly unsettled: 'deferred' } & D;
/**
 * A term that the text words so that each party reads it its own way: every verdict on it is open.
 *
 * @example
 * ambiguous({ party: 'north', reading: 'an observer ashore' }, { party: 'south', reading: 'one on board' });
 * // { unsettled: 'ambiguous', readings: [{ party: 'north', reading: 'an observer ashore' }, …] }
 */
export const ambiguous = <const P extends string>(...readings: { readonly party: P; readonly reading: string }[]) =>
  ({ unsettled: 'ambiguous', readings }) as const;

/**
 * A term that another part of the text settles, or a text that is not at hand: every verdict on it is open.
 *
 * @example
 * definedElsewhere('Annex B'); // { unsettled: 'defined elsewhere', where: 'Annex B' }
 */
export const definedElsewhere = (where: string) => ({ unsettled: 'defined elsewhere', where }) as const;

/** Whether an offer's value says that the term is not settled. */
export function isUnsettled(value: Value | ValueDraft): value is Unsettled {
  return typeof value === 'object' && 'unsettled' in value;
}

/** Why something is not settled, in a word or two: `to be agreed`, `on the agenda`. */
export function sayUnsettled({ unsettled }: Unsettled): string {
  return unsettled === 'deferred' ? 'to be agreed' : unsettled;
}

/** The parties that are to agree on what is not settled, or that read it each in its own way. */
export function partiesIn(value: Unsettled): readonly string[] {
  if (value.unsettled === 'deferred') return value.between ?? [];
  return value.unsettled === 'ambiguous' ? value.readings.map((reading) => reading.party) : [];
}

/** Whether an offer's value is an amount. */
export function isAmount(value: Value): value is Amount {
  return typeof value === 'object' && 'wording' in value;
}

/** A value from what a modeller wrote. */
export function normaliseValue(draft: ValueDraft): Value {
  if (typeof draft === 'number') return normaliseAmount(draft);
  return typeof draft === 'string' ? { oneOf: [draft] } : draft;
}
