import { amend, describeChanges, weeks } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';
import { describe, expect, it } from 'vitest';

const scenario = gaza2024();
const draft = scenario.offers['P4b']!;

const sentences = (recipe: Parameters<typeof amend>[1]) =>
  describeChanges(scenario, draft, amend(draft, recipe).offer).map((change) => change.sentence);

describe('describeChanges', () => {
  it('says nothing of an offer and itself', () => {
    expect(describeChanges(scenario, draft, draft)).toEqual([]);
  });

  it('says what was added, taken out and changed, with phases by their place', () => {
    expect(
      sentences((d) => {
        d.terms['prisoners'] = 400;
        delete d.terms['sequencing'];
        d.phases[0]!.length = weeks(6);
        d.phases[1]!.terms['bodies'] = 3;
      }),
    ).toEqual([
      'prisoners released: some persons became 400 persons',
      'sequencing: one phase at a time was taken out',
      'length, first phase: 30 days became 6 weeks',
      'bodies of hostages returned, second phase: 3 bodies was added',
    ]);
  });

  it('says that a text became known in full, and that a phase was added', () => {
    expect(
      sentences((d) => {
        d.known = 'full';
        d.phases = d.phases.slice(0, 1);
      }).slice(0, 2),
    ).toEqual(['the text: partly known became known in full', 'phases listed: 2 became 1']);
  });
});
