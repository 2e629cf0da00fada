import * as z from 'zod/mini';
import { date, id, maybe, moment, note, origin, records, text, texts } from './evidence-shapes.js';
import { FORMATS, MANDATES } from './process.js';

const whole = () => z.int().check(z.minimum(1));

const plainRules = () =>
  [
    z.strictObject({ kind: z.enum(['as reported', 'majority']) }),
    z.strictObject({ kind: z.literal('quota'), needed: whole(), of: whole() }),
  ] as const;

const bodyRule = () =>
  z.discriminatedUnion('kind', plainRules(), {
    error: "a rule of voting of one body, 'as reported', 'majority' or 'quota'",
  });

const rule = () =>
  z.discriminatedUnion(
    'kind',
    [
      ...plainRules(),
      z.strictObject({
        kind: z.literal('bodies'),
        needed: whole(),
        of: texts().check(z.minLength(1)),
        rules: maybe(z.record(z.string(), bodyRule())),
      }),
    ],
    { error: "a rule of voting, 'as reported', 'majority', 'quota' or 'bodies'" },
  );

/** The shape of a process as a modeller writes it. */
export const processShape = () =>
  z.strictObject({
    preconditions: maybe(
      records(
        z.strictObject({
          ...origin(),
          title: text(),
          party: maybe(text()),
          jointly: maybe(texts()),
          note: maybe(text()),
        }),
      ),
    ),
    rounds: maybe(
      records(
        z.strictObject({
          ...origin(),
          label: maybe(text()),
          venue: maybe(note(text())),
          format: maybe(note(z.enum(FORMATS))),
          participants: maybe(note(texts())),
          held: maybe(moment()),
          needs: maybe(texts()),
          mandates: maybe(z.record(z.string(), note(z.enum(MANDATES)))),
          note: maybe(text()),
        }),
      ),
    ),
    ratification: maybe(
      z.array(
        z.strictObject({
          ...origin(),
          id: id(),
          label: maybe(text()),
          body: text(),
          rule: maybe(rule()),
          objectionDays: maybe(whole()),
          onFailure: maybe(z.enum(['talks', 'ends'])),
          otherwise: maybe(text()),
        }),
      ),
    ),
    deadlines: maybe(
      records(
        z.strictObject({
          ...origin(),
          title: text(),
          by: date(),
          kind: z.enum(['hard', 'soft']),
          party: maybe(text()),
        }),
      ),
    ),
    extensions: maybe(
      records(z.strictObject({ ...origin(), title: text(), days: maybe(whole()), times: maybe(whole()) })),
    ),
  });
