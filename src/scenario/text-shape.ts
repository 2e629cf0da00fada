import * as z from 'zod/mini';
import { amountShape, lengthShape, openAmountShape } from '../terms/shapes.js';
import { MOST_STEPS } from '../terms/decimal.js';
import { MOST_PHASES } from '../terms/space.js';
import { OBLIGATION_KINDS, ROUNDINGS, STRENGTHS } from '../offers/text/obligation.js';
import { ADHERENCES, EXTENSIONS } from '../offers/text/text.js';
import { date, maybe, note, origin, records, text, texts } from './evidence-shapes.js';

/** The most days that a text may count from a named event, either way: a century. */
const MOST_DAYS = 36_525;

const count = () => z.int().check(z.minimum(1), z.maximum(MOST_DAYS));
const phase = () => z.int().check(z.minimum(1), z.maximum(MOST_PHASES));
const figure = () => z.number().check(z.minimum(0), z.maximum(MOST_STEPS));

const grounds = () => ({ ...origin(), clause: maybe(text()), instrument: maybe(text()), note: maybe(text()) });

/** The shape of a trigger, with those that it is made up of. */
export const triggerShape = (): z.ZodMiniType => {
  const after = () => ({ after: maybe(lengthShape()) });
  const shape: z.ZodMiniType = z.lazy(() =>
    z.union(
      [
        z.strictObject({
          kind: z.literal('day'),
          day: z.int().check(z.minimum(-MOST_DAYS), z.maximum(MOST_DAYS)),
          from: text(),
          first: z.literal([0, 1]),
        }),
        z.strictObject({ kind: z.literal('event'), event: text(), ...after(), before: maybe(lengthShape()) }),
        z.strictObject({ kind: z.literal('date'), date: date() }),
        z.strictObject({ kind: z.enum(['started', 'completed']), obligation: text(), ...after() }),
        z.strictObject({
          kind: z.literal('total'),
          of: texts().check(z.minLength(1)),
          reaches: z.union([figure(), z.strictObject({ parts: count(), outOf: count() })]),
          ...after(),
        }),
        z.strictObject({ kind: z.literal('certified'), certification: text(), ...after() }),
        z.strictObject({ kind: z.literal('found'), obligation: text(), ...after() }),
        z.strictObject({ kind: z.enum(['earliest', 'latest']), of: z.array(shape).check(z.minLength(1)) }),
      ],
      {
        error:
          "a record such as { kind: 'day', day: 30, from: 'start', first: 0 } or { kind: 'date', date: '2024-02-23' }",
      },
    ),
  );
  return shape;
};

const obligationShape = () =>
  z.strictObject({
    ...grounds(),
    label: maybe(text()),
    kind: maybe(z.enum(OBLIGATION_KINDS)),
    strength: maybe(z.enum(STRENGTHS)),
    of: maybe(text()),
    phase: maybe(phase()),
    outlasts: maybe(z.boolean()),
    done: maybe(text()),
    concurrent: maybe(texts()),
    following: maybe(texts()),
    series: maybe(z.strictObject({ series: text(), counted: z.enum(['increment', 'running total']) })),
    rounding: maybe(z.enum(ROUNDINGS)),
    times: maybe(count()),
    perPhase: maybe(z.boolean()),
    uses: maybe(texts()),
    table: maybe(
      z.strictObject({
        dimensions: z.record(z.string(), texts().check(z.minLength(1))),
        cells: z.array(z.strictObject({ where: maybe(z.record(z.string(), text())), amount: openAmountShape() })),
      }),
    ),
    byKey: maybe(z.strictObject({ key: text(), of: texts().check(z.minLength(1)) })),
    owedBy: note(texts()),
    to: maybe(note(texts())),
    verifier: maybe(note(text())),
    amount: maybe(note(openAmountShape())),
    begins: maybe(note(triggerShape())),
    within: maybe(lengthShape()),
    until: maybe(triggerShape()),
    every: maybe(lengthShape()),
    escrow: maybe(z.strictObject({ holder: text(), released: triggerShape(), returned: maybe(triggerShape()) })),
  });

const keyShape = () => {
  const n = () => z.union([figure(), z.literal('all')]);
  return z.strictObject({
    ...grounds(),
    label: maybe(text()),
    rows: z.array(
      z.strictObject({
        for: maybe(z.strictObject({ n: n(), of: texts().check(z.minLength(1)) })),
        give: z.array(z.strictObject({ n: n(), of: text() })),
      }),
    ),
    totals: maybe(z.record(z.string(), note(amountShape()))),
    outside: maybe(texts()),
  });
};

const extensionShape = () =>
  z.strictObject({
    how: z.enum(EXTENSIONS),
    unit: maybe(lengthShape()),
    per: maybe(z.strictObject({ n: figure().check(z.positive()), of: text(), beyond: maybe(figure()) })),
    cap: maybe(lengthShape()),
    times: maybe(count()),
    condition: maybe(text()),
  });

/** The shape of the text of a deal as a modeller writes it. */
export const textShape = () =>
  z.strictObject({
    instruments: maybe(
      records(
        z.strictObject({
          ...grounds(),
          label: maybe(text()),
          over: maybe(texts()),
          incorporates: maybe(texts()),
          parties: maybe(z.record(z.string(), z.enum(ADHERENCES))),
          holds: maybe(z.enum(['whole', 'part by part'])),
          unaffected: maybe(texts()),
        }),
      ),
    ),
    bodies: maybe(
      records(
        z.strictObject({
          ...grounds(),
          label: maybe(text()),
          members: maybe(texts()),
          chair: maybe(text()),
          rule: maybe(
            z.union([
              z.strictObject({ kind: z.enum(['unanimity', 'majority']) }),
              z.strictObject({ kind: z.literal('quota'), needed: count() }),
            ]),
          ),
          reports: maybe(
            z.strictObject({
              to: texts(),
              every: maybe(lengthShape()),
              strength: maybe(z.enum(STRENGTHS)),
              begins: maybe(triggerShape()),
              until: maybe(triggerShape()),
            }),
          ),
        }),
      ),
    ),
    others: maybe(records(text())),
    events: maybe(
      records(
        z.strictObject({
          ...grounds(),
          label: maybe(text()),
          trigger: maybe(triggerShape()),
          movedBy: maybe(texts()),
        }),
      ),
    ),
    certifications: maybe(records(z.strictObject({ ...grounds(), label: maybe(text()), by: text() }))),
    obligations: maybe(records(obligationShape())),
    keys: maybe(records(keyShape())),
    selections: maybe(
      records(
        z.strictObject({
          ...grounds(),
          label: maybe(text()),
          of: text(),
          namedBy: texts(),
          vetoBy: maybe(texts()),
          criteria: maybe(texts()),
          exclusions: maybe(texts()),
          deadline: maybe(triggerShape()),
        }),
      ),
    ),
    definitions: maybe(
      records(
        z.strictObject({
          ...grounds(),
          label: maybe(text()),
          means: maybe(text()),
          readings: maybe(z.array(z.strictObject({ party: text(), reading: text() }))),
        }),
      ),
    ),
    talks: maybe(
      records(
        z.strictObject({
          ...grounds(),
          label: maybe(text()),
          on: maybe(phase()),
          between: maybe(texts()),
          begin: maybe(triggerShape()),
          end: maybe(triggerShape()),
          otherwise: maybe(text()),
        }),
      ),
    ),
    phases: maybe(
      z.record(
        z.string(),
        z.strictObject({ begins: maybe(triggerShape()), extensions: maybe(z.array(extensionShape())) }),
      ),
    ),
    approvals: maybe(z.record(z.string(), z.strictObject({ ...grounds(), by: text() }))),
    accepted: maybe(z.array(z.strictObject({ code: text(), clauses: texts(), reason: text() }))),
  });
