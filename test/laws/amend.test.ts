import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  about,
  amend,
  applyPatches,
  between,
  days,
  onTheAgenda,
  type Offer,
  type WritableOffer,
} from 'sticking-points';
import { offers, scenarios } from 'sticking-points/testing';
import { runs } from './runs.js';
import { PLAIN } from '../support/plain.js';

/** One thing a recipe does to a draft, at a place that `n` picks. */
const EDITS: Readonly<Record<string, (draft: WritableOffer, n: number) => void>> = {
  'writes a bare figure': (draft, n) => {
    draft.terms[keyOf(draft.terms, n)] = n;
  },
  'writes a noted value': (draft, n) => {
    draft.terms[keyOf(draft.terms, n)] = { value: about(n), basis: 'assumed', because: 'what if', citations: [] };
  },
  'writes a value in place': (draft, n) => {
    const field = draft.terms[keyOf(draft.terms, n)];
    if (typeof field === 'object' && 'value' in field) Object.assign(field, { value: between(n, n + 1) });
  },
  'takes a term out': (draft, n) => {
    Reflect.deleteProperty(draft.terms, keyOf(draft.terms, n));
  },
  'takes a phase out': (draft, n) => {
    draft.phases.splice(n % (draft.phases.length + 1), 1);
  },
  'puts a phase in': (draft, n) => {
    draft.phases.splice(n % (draft.phases.length + 1), 0, {
      terms: { new: { value: onTheAgenda(), basis: 'assumed', citations: [] } },
    });
  },
  'turns the phases round': (draft) => {
    draft.phases.reverse();
  },
  'writes in a phase': (draft, n) => {
    const phase = draft.phases[n % Math.max(1, draft.phases.length)];
    if (phase) phase.length = { value: days(n), basis: 'assumed', citations: [] };
  },
  'changes who it is by': (draft, n) => {
    draft.by = { value: [`party-${n}`], basis: 'assumed', citations: [] };
    draft.label = `label ${n}`;
  },
  'takes its length out': (draft) => {
    delete draft.length;
  },
};

function keyOf(terms: WritableOffer['terms'], n: number): string {
  const keys = [...Object.keys(terms), 'new'];
  return keys[n % keys.length] ?? 'new';
}

const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat({ max: 9 })), { maxLength: 6 });

const cases = scenarios({ positions: 0, ...PLAIN }).chain((scenario) =>
  fc.record({
    offer: offers(scenario),
    edits,
    details: fc.constantFrom({}, { id: 'amended' }, { id: 'amended', by: ['north'], label: 'amended' }),
  }),
);

describe('amend', () => {
  it('gives patches that lead to the amended offer, and an inverse that leads back', () => {
    fc.assert(
      fc.property(cases, ({ offer, edits: drawn, details }) => {
        const before = JSON.stringify(offer);
        const {
          offer: amended,
          patches,
          inverse,
        } = amend(
          offer,
          (draft) => {
            for (const [name, n] of drawn) EDITS[name]?.(draft, n);
          },
          details,
        );
        expect(applyPatches(amended, inverse)).toEqual(offer);
        expect(applyPatches(offer, patches)).toEqual(amended);
        expect(JSON.stringify(offer)).toBe(before);
      }),
      runs(500),
    );
  });

  it('does so for patches that have been to a file and back', () => {
    fc.assert(
      fc.property(cases, ({ offer, edits: drawn }) => {
        const {
          offer: amended,
          patches,
          inverse,
        } = amend(offer, (draft) => {
          for (const [name, n] of drawn) EDITS[name]?.(draft, n);
        });
        const stored = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T; // JSON in, the same JSON out
        expect(applyPatches<Offer>(stored(amended), stored(inverse))).toEqual(offer);
        expect(applyPatches<Offer>(stored(offer), stored(patches))).toEqual(amended);
      }),
      runs(200),
    );
  });
});
