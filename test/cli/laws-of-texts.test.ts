import { describe, expect, it } from 'vitest';
import { folderWith, ran } from './ran.js';

const FERRY = `
id: ferry
parties: { east: {}, west: {} }
terms: { boats: { kind: quantity, unit: boats, bounds: { most: 10 } } }
counts: { moored: { label: boats moored, figure: 3 } }
positions: {}
offers:
  signed:
    by: [east, west]
    known: full
    terms: { boats: 4 }
    phases: [{ length: { length: 6, unit: weeks } }]
    text:
      obligations:
        handover: { owedBy: [east], of: boats, amount: 4, begins: { kind: day, day: 7, from: start, first: 0 } }
`;

const LAWS = `
- { law: textHoldsTogether }
- { law: textHoldsTogether, codes: review/no-verifier }
- { law: nothingDueBeforeItsTrigger }
- { law: dueInOrder, first: handover, then: sale }
- { law: neverMoreOwedThanHeld, of: boats, held: moored }
- { law: fulfilledOnlyWhenSettled }
- { law: nothingDoneBeforeItsTrigger }
- { law: observersNeverMerged }
`;

describe('the laws of texts, and of carrying them out', () => {
  it('are asked at the command line by their names', async () => {
    const folder = folderWith({ 'ferry.yaml': FERRY, 'laws.yaml': LAWS });
    const asked = ['check', 'ferry.yaml', 'signed', '--properties', 'laws.yaml', '--runs', '10', '--json'];
    const { stdout, stderr } = await ran(asked, { folder });
    expect(stderr).toBe('');
    const { findings } = JSON.parse(stdout) as {
      readonly findings: readonly { readonly title: string; readonly finding: string }[];
    };
    expect(findings.map(({ title, finding }) => `${finding}: ${title}`)).toEqual([
      'held: the text can be run to its end',
      'broken: a review of the text finds no review/no-verifier',
      'held: nothing falls due before what sets it off',
      "undetermined: 'handover' falls due before 'sale' opens",
      'broken: boats: never more owed than boats moored',
      'held: a deal is fulfilled only when all that binds is settled',
      'held: nothing counts as done before what sets it off',
      'held: what observers report is never merged',
    ]);
  });

  it('are asked of an offer itself where they are of what it leaves unsaid', async () => {
    const pay = `
id: pay
parties: { union: {}, firm: {} }
terms:
  raise: { kind: quantity, unit: percent, bounds: { most: 9 } }
  bonus: { kind: flag }
positions: {}
offers:
  draft: { known: full, terms: { raise: 3, bonus: { unsettled: deferred } } }
`;
    const { stdout, exit } = await ran(['check', 'pay.yaml'], { folder: folderWith({ 'pay.yaml': pay }) });
    expect(stdout).toContain('Broken: whatever is deferred says what happens otherwise');
    expect(exit).toBe(1);
  });

  it('are asked unbidden of no offer that has nothing of which they speak', async () => {
    const { stdout, exit } = await ran(['check', 'ferry.yaml'], { folder: folderWith({ 'ferry.yaml': FERRY }) });
    expect(stdout).toContain('There was nothing to check: no property is asked.');
    expect(exit).toBe(0);
  });

  it('say what is wrong with a kind of finding that there is not', async () => {
    const folder = folderWith({ 'ferry.yaml': FERRY, 'laws.yaml': '- { law: textHoldsTogether, codes: [circles] }\n' });
    const { stderr, exit } = await ran(['check', 'ferry.yaml', 'signed', '--properties', 'laws.yaml'], { folder });
    expect(exit).not.toBe(0);
    expect(stderr).toContain("There is no finding called 'circles'.");
  });
});
