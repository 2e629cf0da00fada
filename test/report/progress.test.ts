import { describe, expect, it } from 'vitest';
import { onDay, openTalks, progress, toJson, type Talks, type TalksEvent } from 'sticking-points';
import { htmlReport, markdownReport, progressText, reportOf } from 'sticking-points/report';
import { folderWith, ran } from '../cli/ran.js';
import { market, withText } from '../support/texts.js';

const draft = withText(
  {
    obligations: {
      count: { label: 'counts the permits', owedBy: ['hills'], begins: onDay(0), within: { length: 2, unit: 'days' } },
      publish: { label: 'publishes the count', owedBy: ['coast'], begins: onDay(0) },
    },
    talks: { fees: { label: 'the fees\u001b[31m of <b>use</b>', between: ['hills', 'coast'], begin: onDay(0) } },
  },
  { id: 'draft', by: ['hills', 'coast'] },
);
const scenario = { ...market, offers: { draft } };

const UNDER_WAY: readonly TalksEvent[] = [
  { type: 'offer.tabled', offer: 'draft' },
  { type: 'agreement.concluded' },
  { type: 'deal.started' },
];
const seen = (obligation: string, observer?: string): TalksEvent => ({
  type: 'performance.reported',
  obligation,
  amount: 1,
  ...(observer !== undefined && { observer }),
});

/** Talks in which all of these happened. */
function after(...events: readonly TalksEvent[]): Talks {
  const talks = openTalks(scenario, { start: 'talks' });
  for (const event of [...UNDER_WAY, ...events]) expect(talks.do(event).reasons).toEqual([]);
  return talks;
}

const MEANT = /'hils' is neither a party nor anyone the text names[.] Did you mean 'hills'[?]/;

/** What every face shows of talks in which these happened: as plain text, in Markdown, on a page, at the command line. */
async function faces(...events: readonly TalksEvent[]): Promise<Readonly<Record<string, string>>> {
  const talks = after(...events);
  const report = reportOf(scenario, { events: talks.log.map(({ event }) => event) });
  const folder = folderWith({
    'market.json': toJson(scenario),
    'events.json': JSON.stringify([...UNDER_WAY, ...events]),
  });
  const { stdout } = await ran(['step', 'market.json', '--start', 'talks', '--events', 'events.json'], { folder });
  const plain = (text: string) => text.replaceAll('&#39;', "'").replaceAll('\\', '').replace(/\s+/g, ' ');
  return {
    text: plain(progressText(progress(talks)!)),
    markdown: plain(markdownReport(report)),
    page: plain(htmlReport(report)),
    'command line': plain(stdout),
  };
}

describe('what was done of a deal', () => {
  it('is shown by every face with the talks that it promises, and who says that they are not held', async () => {
    const faced = await faces({ type: 'breach.alleged', obligation: 'fees', by: 'hills' });
    for (const [face, shown] of Object.entries(faced)) {
      if (face !== 'command line')
        expect([face, shown]).toEqual([
          face,
          expect.stringMatching(/the fees.* of .*use.*: due, breach alleged by hills/),
        ]);
      expect(shown).not.toContain('\u001b');
    }
    expect(faced['page']).not.toContain('<b>use');
  });

  it('is shown by every face with those who reported and whom nobody names', async () => {
    for (const [face, shown] of Object.entries(await faces(seen('count', 'hils'), seen('publish', 'hills')))) {
      expect([face, shown]).toEqual([face, expect.stringMatching(MEANT)]);
      expect(shown).toContain('Among those who reported are some whom the text does not name');
    }
  });

  it('says nothing of observers where all of them are named, or none is', async () => {
    for (const shown of Object.values(await faces(seen('count', 'hills'), seen('publish')))) {
      expect(shown).not.toContain('whom the text does not name');
      expect(shown).not.toContain('neither a party');
    }
  });

  it('says how many obligations are settled, and how each stands', async () => {
    const { text, markdown, 'command line': line } = await faces(seen('count', 'hills'));
    expect(text).toMatch(/^WHAT WAS DONE 1 of 2 that bind are settled · counts the permits: done, in time · publishes/);
    expect(markdown).toContain('- counts the permits: done, in time - publishes the count: open');
    expect(line).toContain('1 of 2 that bind are settled');
  });

  it('is told of as one observer saw it', () => {
    const talks = after(seen('count', 'hils'));
    expect(progressText(progress(talks, { observer: 'hils' })!)).toMatch(/^WHAT WAS DONE AS HILS SAW IT/);
  });

  it('says at the command line, as data, who is not named', async () => {
    const events = [...UNDER_WAY, seen('count', 'hils')];
    const folder = folderWith({ 'market.json': toJson(scenario), 'events.json': JSON.stringify(events) });
    const { stdout } = await ran(['step', 'market.json', '--start', 'talks', '--events', 'events.json', '--json'], {
      folder,
    });
    const last = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
      readonly end: { readonly done?: { readonly strangers: readonly { readonly observer: string }[] } };
    };
    expect(last.end.done?.strangers.map(({ observer }) => observer)).toEqual(['hils']);
  });
});
