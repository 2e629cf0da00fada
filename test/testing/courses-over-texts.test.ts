import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOffer,
  days,
  defineScenario,
  EVENT_TYPES,
  openTalks,
  uponEvent,
  type Scenario,
  type Talks,
  type TalksEvent,
} from 'sticking-points';
import { courses } from 'sticking-points/testing';
import { textedScenarios } from '../support/texted.js';

/** The types of event that are about what a deal's text makes due, and about nothing else. */
const OF_TEXTS = EVENT_TYPES.filter((type) =>
  /^(performance|instrument|breach|event|certification|promisedTalks)[.]/.test(type),
);

/** What else is told of texts alone, beside the types of event of their own. */
const MORE = {
  'the report of a body': (event: TalksEvent, { deal, scenario }: Talks) =>
    event.type === 'performance.reported' &&
    Object.keys(scenario.offers[deal?.offer ?? '']?.text?.bodies ?? {}).some(
      (id) => event.obligation === `${id}.reports`,
    ),
  'a phase made longer in a way of the text': (event: TalksEvent, { scenario }: Talks) =>
    event.type === 'phase.extended' && event.rule !== undefined && !(event.rule in scenario.process.extensions),
  'the entry into force on a day': ({ type, on }: TalksEvent) => type === 'deal.started' && on !== undefined,
  'what one observer saw of several': (event: TalksEvent) =>
    event.type === 'performance.reported' && event.observer !== undefined,
  'what is known of categories': (event: TalksEvent) => event.type === 'performance.reported' && 'parts' in event,
  'a report that comes late': ({ type, on }: TalksEvent, { clock }: Talks) =>
    type === 'performance.reported' && on !== undefined && clock.today !== null && on < clock.today,
  'one turn that is put off by itself': (event: TalksEvent) =>
    event.type === 'performance.postponed' && event.occurrence !== undefined,
  'votes in a body': (event: TalksEvent) => event.type === 'breach.found' && event.votes !== undefined,
} satisfies Readonly<Record<string, (event: TalksEvent, talks: Talks) => boolean>>;

/** How often each has to be met with, and in how many scenarios at most. */
const [ENOUGH, MOST] = [2, 150];

describe('courses over scenarios with texts', () => {
  it('come upon everything that can be told of a text, and all of it is accepted', () => {
    const met = new Map<string, number>([...OF_TEXTS, ...Object.keys(MORE)].map((what) => [what, 0]));
    const meet = (what: string) => met.has(what) && met.set(what, (met.get(what) ?? 0) + 1);
    const drawn = textedScenarios({ positions: 1, terms: 2, phases: 2, bounded: false });
    for (const [i, scenario] of fc.sample(fc.noShrink(drawn), MOST).entries()) {
      for (const events of fc.sample(courses(scenario, { events: 60 }), { seed: i, numRuns: 3 })) {
        const talks = openTalks(scenario);
        for (const event of events) {
          expect(talks.do(event).reasons).toEqual([]);
          meet(event.type);
          for (const [what, isSo] of Object.entries(MORE)) if (isSo(event, talks)) meet(what);
        }
      }
      if ([...met.values()].every((times) => times >= ENOUGH)) break;
    }
    expect([...met].filter(([, times]) => times < ENOUGH)).toEqual([]);
  });

  it('come into force by the trigger that a text gives them, and by a report before it', () => {
    const pact = defineScenario({
      id: 'pact',
      parties: { north: {}, south: {} },
      terms: { calm: { kind: 'flag' } },
      space: { phases: { least: 1, most: 1 } },
      positions: {},
      offers: {
        deal: {
          by: ['north', 'south'],
          text: {
            events: { signature: {}, start: { trigger: uponEvent('signature') } },
            obligations: { survey: { owedBy: ['north'], begins: uponEvent('start'), within: days(9) } },
          },
        },
      },
    });
    const [bySignature, byReport] = [[], []] as [boolean[], boolean[]];
    for (const events of fc.sample(courses(pact, { events: 40, talks: { start: 'talks' } }), 150)) {
      const talks = openTalks(pact, { start: 'talks' });
      for (const event of events) expect(talks.do(event).reasons).toEqual([]);
      if (typeof talks.deal?.text?.started !== 'number') continue;
      (events.some(({ type }) => type === 'deal.started') ? byReport : bySignature).push(true);
    }
    expect([bySignature.length > 0, byReport.length > 0]).toEqual([true, true]);
  });

  it('bring in offers with texts of their own, which can be written down', () => {
    const [scenario] = fc.sample(textedScenarios({ positions: 1 }), 1);
    const texted = fc
      .sample(courses(scenario!, { events: 30 }), 20)
      .flat()
      .filter((event) => brought(event)?.text);
    expect(texted.length).toBeGreaterThan(5);
    for (const event of texted) expect(checkOffer(scenario!, 'drawn', brought(event)!).ok).toBe(true);
  });

  it('have nothing to tell of texts where no offer has one', () => {
    const bare = textedScenarios({ positions: 1 }).map((scenario): Scenario => ({ ...scenario, offers: {} }));
    const [scenario] = fc.sample(bare, 1);
    const types = fc.sample(courses(scenario!, { events: 60 }), 5).flatMap((events) => events.map(({ type }) => type));
    expect(types).toContain('deal.started');
    expect(types.filter((type) => /^(instrument|event|certification|promisedTalks)[.]/.test(type))).toEqual([]);
  });
});

function brought(event: TalksEvent) {
  return 'offer' in event && typeof event.offer === 'object' ? event.offer : undefined;
}
