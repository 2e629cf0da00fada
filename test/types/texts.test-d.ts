import { describe, expectTypeOf, test } from 'vitest';
import { all, beforeEvent, days, defineScenario, earliestOf, latestOf, onDay, reported } from 'sticking-points';
import { uponCompletion, uponEvent, uponStart, weeks, whenCertified, whenTotal } from 'sticking-points';
import type { ObligationDraft, Scenario, TextDraft } from 'sticking-points';

const given = {
  id: 'lake',
  sources: { wire: { outlet: 'the wire', date: '2030-01-01' } },
  parties: { north: {}, south: {} },
  terms: { catch: { kind: 'quantity', unit: 'tonnes', categories: { cod: 'cod' } }, observers: { kind: 'flag' } },
  counts: { stock: {} },
  positions: {},
} as const;
const wire = { source: 'wire', attribution: 'narrator' } as const;
const survey = { owedBy: ['north'], begins: onDay(0), within: weeks(2) } as const;

describe('the text of an offer, in a scenario written as one literal', () => {
  test('right ids compile, and the scenario comes back wide', () => {
    const scenario = defineScenario({
      ...given,
      offers: {
        bare: { terms: { catch: 3 } },
        first: {
          by: ['north'],
          related: [{ how: 'answer to', offer: 'bare' }],
          text: {
            instruments: { accord: { parties: { north: 'signs' } }, annex: { over: ['accord'] } },
            bodies: { panel: { members: ['north', 'south'], chair: 'port', reports: { to: ['south'] } } },
            others: { port: 'the port' },
            events: { signature: { movedBy: ['north'] }, opening: { trigger: uponEvent('signature', days(3)) } },
            certifications: { counted: { by: 'panel' } },
            obligations: {
              survey: { owedBy: ['north'], to: ['panel'], verifier: 'port', begins: onDay(1, { from: 'opening' }) },
              boats: {
                owedBy: reported(['south'], wire),
                instrument: 'annex',
                of: 'catch/cod',
                amount: 5,
                begins: reported(uponCompletion('survey', days(7)), wire),
                until: earliestOf(
                  beforeEvent('phase2', days(1)),
                  latestOf(uponStart('survey'), whenCertified('counted')),
                ),
                concurrent: ['survey'],
                following: ['survey'],
                escrow: {
                  holder: 'panel',
                  released: whenTotal(['boats', 'survey'], 3),
                  returned: uponCompletion('survey'),
                },
              },
              pay: {
                owedBy: ['port'],
                of: 'catch',
                byKey: { key: 'rate', of: ['boats'] },
                begins: uponEvent('phase1.end'),
              },
            },
            keys: {
              rate: {
                rows: [{ for: { n: 1, of: ['catch/cod'] }, give: [{ n: 2, of: 'catch' }] }],
                totals: { catch: 4 },
              },
            },
            selections: { boats: { of: 'catch/cod', namedBy: ['north'], vetoBy: ['panel'], deadline: onDay(4) } },
            definitions: { season: { readings: [{ party: 'north', reading: 'spring' }] } },
            talks: { later: { on: 2, between: ['north', 'south'], begin: uponEvent('signature') } },
            phases: { 1: { extensions: [{ how: 'pro rata', per: { n: 1, of: 'catch' } }] }, 2: { begins: onDay(30) } },
            approvals: { north: { by: 'the council' } },
          },
        },
      },
      answers: [{ party: 'south', offer: 'first', answer: 'rejects' }],
    });
    expectTypeOf(scenario).toEqualTypeOf<Scenario>();
  });

  test('a misspelt obligation', () => {
    // prettier-ignore
    // @ts-expect-error there is 'survey'
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, begins: uponCompletion('surve') } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'survey'
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, until: uponStart('surve') } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'survey'
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, begins: whenTotal(['survey', 'surve'], 3) } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'survey', however deep
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, until: latestOf(onDay(3), earliestOf(uponCompletion('surve'))) } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'survey', in what a note holds
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, begins: reported(uponCompletion('surve'), wire) } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'survey'
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, following: ['surve'] } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'survey', without a helper
    defineScenario({ ...given, offers: { o: { text: { obligations: { survey, b: { ...survey, begins: { kind: 'completed', obligation: 'surve' } } } } } } });
  });

  test('an obligation that only another offer has', () => {
    defineScenario({
      ...given,
      offers: {
        first: { text: { obligations: { survey } } },
        // @ts-expect-error the second has no 'survey'
        second: { text: { obligations: { boats: { owedBy: ['south'], begins: uponCompletion('survey') } } } },
      },
    });
  });

  test('a misspelt event or phase', () => {
    const events = { signature: {} } as const;
    // prettier-ignore
    // @ts-expect-error there is 'signature'
    defineScenario({ ...given, offers: { o: { text: { events, obligations: { b: { ...survey, begins: uponEvent('signatur') } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'signature'
    defineScenario({ ...given, offers: { o: { text: { events, obligations: { b: { ...survey, until: onDay(3, { from: 'signatur' }) } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'phase1'
    defineScenario({ ...given, offers: { o: { text: { events: { vote: { trigger: beforeEvent('fase1', days(2)) } } } } } });
    // @ts-expect-error the start of a phase is known by its figure
    defineScenario({ ...given, offers: { o: { text: { phases: { 1: { begins: uponEvent('phaseone') } } } } } });
    // @ts-expect-error phases go by figures
    defineScenario({ ...given, offers: { o: { text: { phases: { one: { begins: onDay(3) } } } } } });
    // prettier-ignore
    // @ts-expect-error there is no such event, and so no talks
    defineScenario({ ...given, offers: { o: { text: { talks: { later: { on: 2, begin: uponEvent('signatur') } } } } } });
  });

  test('a misspelt party, body or other', () => {
    const bodies = { panel: {} } as const;
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { owedBy: ['nort'] } } } } } });
    // @ts-expect-error there is 'north', in what a note holds
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { owedBy: reported(['nort'], wire) } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'panel'
    defineScenario({ ...given, offers: { o: { text: { bodies, obligations: { b: { ...survey, verifier: 'pannel' } } } } } });
    // @ts-expect-error there is 'south'
    defineScenario({ ...given, offers: { o: { text: { bodies: { panel: { members: ['north', 'soth'] } } } } } });
    // @ts-expect-error there is 'panel'
    defineScenario({ ...given, offers: { o: { text: { bodies, certifications: { counted: { by: 'pannel' } } } } } });
    // @ts-expect-error there is 'panel', which may move an event as well
    defineScenario({ ...given, offers: { o: { text: { bodies, events: { vote: { movedBy: ['pannel'] } } } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { text: { instruments: { accord: { parties: { nort: 'signs' } } } } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { text: { approvals: { nort: { by: 'the council' } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { text: { definitions: { season: { readings: [{ party: 'nort', reading: 'r' }] } } } } } });
    // @ts-expect-error there is 'north'
    defineScenario({ ...given, offers: { o: { text: { talks: { later: { on: 2, between: ['nort'] } } } } } });
  });

  test('a misspelt quantity, category, key, instrument, certification, source or count', () => {
    // @ts-expect-error there is 'catch'
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { ...survey, of: 'cach' } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'catch/cod'
    defineScenario({ ...given, offers: { o: { text: { selections: { b: { of: 'catch/code', namedBy: ['north'] } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'catch/cod'
    defineScenario({ ...given, offers: { o: { text: { keys: { rate: { rows: [{ give: [{ n: 1, of: 'catch/code' }] }] } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'rate'
    defineScenario({ ...given, offers: { o: { text: { keys: { rate: { rows: [] } }, obligations: { survey, b: { ...survey, byKey: { key: 'rat', of: ['survey'] } } } } } } });
    // @ts-expect-error there is no instrument
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { ...survey, instrument: 'annex' } } } } } });
    // @ts-expect-error there is 'accord'
    defineScenario({ ...given, offers: { o: { text: { instruments: { accord: {}, annex: { over: ['acord'] } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'counted'
    defineScenario({ ...given, offers: { o: { text: { certifications: { counted: { by: 'north' } }, obligations: { b: { ...survey, begins: whenCertified('count') } } } } } });
    const citations = [{ source: 'wier', attribution: 'narrator' }] as const;
    // @ts-expect-error there is 'wire'
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { ...survey, citations } } } } } });
    // prettier-ignore
    // @ts-expect-error there is 'stock'
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { ...survey, of: 'catch', amount: all({ count: 'stok' }) } } } } } });
  });

  test('a key that no text has', () => {
    // @ts-expect-error there is 'obligations'
    defineScenario({ ...given, offers: { o: { text: { obligatons: { survey } } } } });
    // @ts-expect-error there is 'begins'
    defineScenario({ ...given, offers: { o: { text: { obligations: { b: { ...survey, begin: onDay(1) } } } } } });
  });

  test('a text written apart: as a literal it is checked, as a draft of any ids at the run', () => {
    const apart = { obligations: { survey, b: { ...survey, begins: uponCompletion('surve') } } } as const;
    // @ts-expect-error there is 'survey'
    defineScenario({ ...given, offers: { o: { text: apart } } });
    const wide: TextDraft = apart;
    defineScenario({ ...given, offers: { o: { text: wide } } });
    const duties: Readonly<Record<string, ObligationDraft>> = apart.obligations;
    defineScenario({ ...given, offers: { o: { text: { obligations: { ...duties, own: survey } } } } });
  });
});
