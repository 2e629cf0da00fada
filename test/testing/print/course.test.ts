import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { checkOffer, openTalks, type NewOffer, type Offer, type Scenario, type TalksEvent } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { courses as drawnCourses, offers } from 'sticking-points/testing';
import { noted } from '../../../src/offers/clauses.js';
import { courseCode } from '../../../src/testing/print/course-code.js';
import { courseText } from '../../../src/testing/print/course-text.js';
import { eventWords } from '../../../src/testing/print/event-words.js';
import { runs } from '../../laws/runs.js';
import { eventsIn } from '../../support/events.js';
import { anyScenario } from '../../support/steps.js';
import { wages } from '../../support/wages.js';
import { evaluated } from './evaluated.js';

const gaza = gaza2024();
const reported = gaza.timeline.flatMap(({ event }) => event ?? []);

/** Whole offers are printed as drafts: filled in, an event is the same as before. */
function filledIn(scenario: Scenario, events: readonly TalksEvent[]): readonly unknown[] {
  return events.map((event) => {
    if (!hasOffer(event)) return event;
    const checked = checkOffer(scenario, event.offer.id, event.offer);
    return checked.ok ? { ...event, offer: checked.value } : event;
  });
}

// What was printed was a list of events.
const again = (code: string) => evaluated(code, 'events') as readonly TalksEvent[];

const [deal] = fc.sample(offers(wages, { known: 'full' }), { numRuns: 1, seed: 5 });
if (!deal) throw new Error('nothing drawn');

/** Events of every type, right and wrong, some with an offer drawn whole: short courses, and what they run through. */
const courses = anyScenario.chain((scenario) => {
  const tabled = offers(scenario).map((offer) => ({ type: 'offer.tabled', offer }));
  const known = fc.constantFrom(...Object.keys(scenario.offers)).map((offer) => ({ type: 'offer.tabled', offer }));
  const event = fc.oneof({ weight: 3, arbitrary: eventsIn(scenario) }, tabled, known, fc.anything());
  // From outside an event may be anything at all.
  return fc.tuple(fc.constant(scenario), fc.array(event, { maxLength: 10 }) as fc.Arbitrary<TalksEvent[]>);
});

describe('a course as code', () => {
  it('comes to the events it was printed from, well formed or not', () => {
    let whole = 0;
    fc.assert(
      fc.property(courses, ([scenario, tried]) => {
        const events = tried.filter(isJson);
        const code = courseCode(events, scenario);
        expect(filledIn(scenario, again(code))).toEqual(filledIn(scenario, events));
        if (!events.some((event) => hasOffer(event) && 'barred' in event.offer)) {
          expect(again(code)).toEqual(events);
        } else whole++;
      }),
      runs(100),
    );
    expect(whole).toBeGreaterThan(0);
  });

  it('comes to what was reported of 2024, as a formatter would have it', async () => {
    const code = courseCode(reported, gaza);
    expect(again(code)).toEqual(reported);
    expect(again(code)).not.toEqual(reported.toReversed());
    await expect(format(code, { parser: 'typescript', singleQuote: true })).resolves.toBe(code);
  });

  it('has a whole offer as its draft, amounts by their constructors, and keys without quotes', async () => {
    const code = courseCode(
      [
        { type: 'offer.tabled', offer: deal },
        { type: 'performance.reported', obligation: 'posts/day', amount: { wording: 'at least', n: 3 } },
        { type: 'position.revised', position: 'pay', condition: null, because: "It's time." },
      ],
      wages,
    );
    expect(code.split('\n').slice(0, 7)).toEqual([
      "import { atLeast, days, type TalksEvent } from 'sticking-points';",
      '',
      'const events: TalksEvent[] = [',
      '  {',
      "    type: 'offer.tabled',",
      '    offer: {',
      "      id: 'drawn',",
    ]);
    expect(code).not.toContain('citations');
    expect(code).toContain("{ type: 'performance.reported', obligation: 'posts/day', amount: atLeast(3) },\n");
    expect(code).toContain('because: "It\'s time.",\n');
    await expect(format(code, { parser: 'typescript', singleQuote: true })).resolves.toBe(code);
  });

  it('has every offer that a course brings in as its draft, whoever puts it forward', () => {
    const putForward = new Set<boolean>();
    fc.assert(
      fc.property(
        fc.constantFrom(gaza, wages).chain((scenario) => fc.tuple(fc.constant(scenario), drawnCourses(scenario))),
        ([scenario, events]) => {
          for (const event of events) if (hasOffer(event)) putForward.add('by' in event.offer);
          const code = courseCode(events, scenario);
          expect(code).not.toContain('related: []');
          expect(filledIn(scenario, again(code))).toEqual(filledIn(scenario, events));
        },
      ),
      runs(60),
    );
    expect(putForward.size).toBe(2);
  });

  it('has an offer as its draft in whatever order its keys stand, and one that says less or more as it is', () => {
    const turned = Object.fromEntries(Object.entries({ ...deal, by: noted(['union']) }).reverse()) as unknown as Offer; // the same keys
    const codeOf = (offer: NewOffer) => courseCode([{ type: 'offer.tabled', offer }], wages);
    expect(codeOf(turned)).toContain("by: ['union']");
    expect(codeOf(turned)).not.toContain('related');
    expect(codeOf({ ...turned, related: undefined } as unknown as NewOffer)).toContain('barred'); // what somebody sent
  });

  it('can be of no events, and of keys and texts that would break out', () => {
    expect(again(courseCode([], wages))).toEqual([]);
    const anyhow = [undefined, {}, { asOf: undefined }] as readonly object[];
    for (const options of anyhow) expect(courseCode([], wages, options)).toBe(courseCode([], wages));
    const hostile = JSON.parse(
      `[{ "type": "'];", "__proto__": { "wording": "some" }, "a-b": "\\u2028</script>\${1}" }]`,
    ) as TalksEvent[]; // what somebody sent
    const [read] = again(courseCode(hostile, wages));
    expect(read).toEqual(hostile[0]);
    expect(Object.getOwnPropertyNames(read)).toContain('__proto__');
  });
});

describe('a course as text', () => {
  it('tells of a position that was given up and is held again', () => {
    const [id = ''] = Object.keys(wages.positions);
    const condition = { kind: 'flag', of: 'amnesty', is: true, in: 1 } as const;
    const events: readonly TalksEvent[] = [
      { type: 'position.revised', position: id, condition: null },
      { type: 'position.revised', position: id, condition },
    ];
    expect(courseText(wages, events)).toMatch(
      /from now on none any more → talks.open[^]*from now on amnesty in phase 1: yes →/,
    );
  });

  it('tells which turn of what recurs is put off, where one is', () => {
    const put = { type: 'performance.postponed', obligation: 'posts/day', to: '2030-05-01', by: ['union'] } as const;
    const [one, all] = [{ ...put, occurrence: 2 }, put].map((event) => eventWords(wages, event));
    expect(one).toContain(', turn 2, to 2030-05-01 by ');
    expect(all).not.toContain(', turn');
  });

  it('tells who agreed to what', () => {
    const longer = { type: 'phase.extended', days: 3, by: ['union', 'city'] } as const;
    expect(courseText(wages, [longer, { ...longer, by: [] }])).toMatch(
      /phase.extended: by 3 days, as union and city agreed → refused[^]*phase.extended: by 3 days → refused/,
    );
  });

  it('tells what happens, where it leads, and why it does not', () => {
    const events = [
      { type: 'offer.tabled', offer: deal },
      { type: 'deal.started' },
      { type: 'offer.withdrawn', offer: 'drawn', because: 'nobody\nlikes it' },
      { type: 'nonsense' },
    ] as TalksEvent[]; // the last one is none, as may happen
    expect(courseText(wages, events).split('\n')).toEqual([
      '   talks.open',
      '1. offer.tabled: drawn, a new one → talks.blocked',
      '   drawn: proposal, known in full',
      '     raise: no raise',
      '     first phase, 6 days: posts: 18 posts, night shift: 18 posts, either shift:',
      '       18 posts · shifts given up: 40 shifts · amnesty: yes',
      '     none: posts (day shift)',
      '2. deal.started → refused',
      expect.stringMatching(/^ {3}talks\/no-place: 'deal\.started' has no place in the state 'talks\.blocked'\./),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      '3. offer.withdrawn: drawn; because: nobody likes it → talks.open',
      '4. {"type":"nonsense"} → refused',
      expect.stringMatching(/^ {3}talks\/unknown-event/),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      expect.anything(),
    ]);
  });

  it('has a number and the state for each event, whatever the events', () => {
    fc.assert(
      fc.property(courses, ([scenario, events]) => {
        const text = courseText(scenario, events);
        const numbers = text.split('\n').flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
        expect(numbers.map(Number)).toEqual(events.map((_, i) => i + 1));
        const talks = openTalks(scenario);
        const become = [talks.state, ...events.map((e) => (talks.do(e).accepted ? `→ ${talks.state}` : '→ refused'))];
        for (const told of become) expect(text.replace(/\s+/g, ' ')).toContain(told);
      }),
      runs(30),
    );
  });
});

/** Whether JSON would keep it as it is. */
function isJson(event: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(event)), event);
  } catch {
    return false;
  }
}

/** Whether an event has an offer in it, whatever else it is. */
function hasOffer(event: unknown): event is { readonly offer: NewOffer } {
  const offer = (event as { readonly offer?: unknown } | null | undefined)?.offer;
  return typeof offer === 'object' && offer !== null;
}
