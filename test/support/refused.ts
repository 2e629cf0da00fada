import { days, type TalksEvent } from 'sticking-points';
import { bridge } from './bridge.js';
import { accept, allege, conclude, cure, pass, start, suspend, table } from './play.js';

type Malformed = readonly [code: string, path: string, event: unknown, names: string];

const declared = { type: 'answer.declared', party: 'north', answer: 'accepts' };
const tabled = (offer: unknown) => ({ type: 'offer.tabled', offer });
const dated = (date: string) => ({ ...tabled('high'), on: date });
const cited = (source: string) => ({ ...tabled('high'), citation: { source, attribution: 'on-record' } });

/** An offer that holds itself. */
function endless(): object {
  const offer: Record<string, unknown> = { id: 'endless' };
  offer['self'] = offer;
  return offer;
}

/** Refused where 'low' lies on the table of the fishery, with what the sentence must name. */
// prettier-ignore
export const MALFORMED: readonly Malformed[] = [
  ['talks/unknown-event', 'type', { type: 'offer.table', offer: 'low' }, "'offer.tabled'"],
  ['talks/unknown-event', 'type', { type: 'constructor' }, "'constructor'"],
  ['talks/unknown-event', 'type', { type: { toString: 1 } }, 'this record'],
  ['talks/unknown-event', 'type', {}, 'missing'],
  ['talks/unknown-event', 'type', null, 'missing'],
  ['talks/unknown-event', 'type', 5, 'missing'],
  ['talks/unknown-event', 'type', [tabled('low')], 'missing'],
  ['talks/too-big', '', { ...declared, concedes: Array.from({ length: 60_000 }, () => 'enough') }, '50,000'],
  ['talks/shape', 'offer', tabled(5), "'offer'"],
  ['talks/shape', 'offer', { type: 'offer.tabled' }, "'offer'"],
  ['talks/shape', 'offer.id', tabled({}), "'offer.id' cannot be missing"],
  ['talks/shape', 'answer', { ...declared, answer: 'maybe' }, "'undecided'"],
  ['talks/shape', 'on', dated('2030-02-30'), '2030-02-30'],
  ['talks/shape', 'on', dated('yesterday'), 'real day'],
  ['talks/unknown-key', 'colour', { ...declared, colour: 'red' }, "'colour'"],
  ['talks/unknown-source', 'citation.source', cited('gazete'), "'gazette'"],
  ['talks/unknown-party', 'party', { ...declared, party: 'nort' }, "'north'"],
  ['talks/unknown-party', 'party', { ...declared, party: 'constructor' }, "'constructor'"],
  ['talks/unknown-party', 'by', { type: 'talks.suspended', by: ['nort'] }, "'north'"],
  ['talks/unknown-offer', 'offer', tabled('hihg'), "'high'"],
  ['talks/unknown-offer', 'offer', tabled('__proto__'), "'__proto__'"],
  ['talks/already-on-the-table', 'offer', tabled('low'), 'withdraw it'],
  ['talks/carried-out', 'offer', tabled('lastYear'), "'lastYear'"],
  ['talks/not-on-the-table', 'offer', { type: 'offer.withdrawn', offer: 'high' }, "'low' lies there"],
  ['talks/id-taken', 'offer.id', tabled({ id: 'low' }), "'low'"],
  ['scenario/shape', 'offer.id', tabled({ id: '__proto__' }), 'begins with a letter'],
  ['scenario/unknown-term', 'offer.terms.cach', tabled({ id: 'new', terms: { cach: 4 } }), "'catch'"],
  ['offer/contradiction', 'offer', tabled({ id: 'new', terms: { catch: 400 } }), "'new'"],
  ['talks/concedes-otherwise', 'concedes', { ...declared, concedes: ['enough'] }, 'enough and noObservers'],
  ['talks/concedes-otherwise', 'concedes', { ...declared, answer: 'rejects', concedes: ['enough'] }, 'nothing'],
  ['talks/too-deep', 'offer.self.self.self', tabled(endless()), '200 levels'],
  ['talks/computed', 'party', { ...declared, get party() { return 'north'; } }, 'computed'],
  ['talks/no-place', 'type', { type: 'talks.resumed' }, "'talks.blocked'"],
];

const vote = { type: 'ratification.voted', step: 'chamber' } as const;
const chamber = { ...vote, votes: { for: 60, against: 40 } } as const;
const approved = { type: 'ratification.voted', step: 'court', outcome: 'approved' } as const;
const inForce: readonly TalksEvent[] = [table('plan'), conclude, chamber, pass(5), approved, start];
const open = (round: string) => ({ type: 'round.opened', round }) as const;
const met = (precondition: string) => ({ type: 'precondition.met', precondition }) as const;
const given = (party: string, mandate: 'listen' | 'conclude') => ({ type: 'mandate.given', party, mandate }) as const;
const extend = (more: number) => ({ type: 'phase.extended', days: more, rule: 'winter' }) as const;
const ends = (phase: number) => ({ type: 'phase.ended', phase }) as const;
const turn = (turn: 'opened' | 'settled') => ({ type: `nextPhase.${turn}` }) as const;
const amending = (id: string): TalksEvent => ({
  type: 'offer.tabled',
  offer: { id, terms: { cost: 45, toll: false } },
});
const on = '2030-03-01';

/** Talks with all that a process may have, opened in talks as of February 2030. */
export const treaty = bridge({
  process: {
    preconditions: {
      survey: { title: 'the survey' },
      calm: { title: 'calm' },
      ready: { title: 'all ready', jointly: ['survey', 'calm'] },
    },
    rounds: { spring: { needs: ['ready'] }, summer: { mandates: { west: 'negotiate' } }, idle: {} },
    ratification: [
      { id: 'chamber', body: 'the chamber', rule: { kind: 'quota', needed: 60, of: 100 }, objectionDays: 5 },
      { id: 'court', body: 'the court' },
    ],
    deadlines: { flood: { title: 'the flood', by: '2031-01', kind: 'hard' } },
    extensions: { winter: { title: 'for the winter', days: 7, times: 1 } },
  },
  phases: [{ length: days(10) }, { length: days(5), toBeNegotiated: true }],
  offers: {
    tolled: { terms: { toll: true } },
    late: { terms: { cost: 45 }, citations: [{ source: 'post', attribution: 'on-record' }] },
  },
});

/** Refused after what came before, with what the sentence must name: the offender and the way out. */
// prettier-ignore
export const REASONS: readonly (readonly [code: string, path: string, before: readonly TalksEvent[], event: TalksEvent, names: readonly string[]])[] = [
  ['talks/so-already', 'precondition', [met('survey')], met('survey'), ["'survey'", 'already']],
  ['talks/so-already', 'precondition', [], { type: 'precondition.lapsed', precondition: 'survey' }, ["'survey'", 'is not met']],
  ['talks/so-already', 'position', [{ type: 'position.revised', position: 'cheap', condition: null }], { type: 'position.revised', position: 'cheap', condition: null }, ["'cheap'", 'already']],
  ['talks/joint-precondition', 'precondition', [], met('ready'), ["'ready'", 'survey and calm']],
  ['talks/precondition-unmet', 'round', [suspend, met('calm')], open('spring'), ["'spring'", 'all ready', 'survey']],
  ['talks/no-mandate', 'round', [suspend], open('summer'), ["'summer'", "'west'", 'may negotiate']],
  ['talks/another-round', 'round', [suspend, open('idle')], { type: 'round.closed', round: 'summer' }, ["'summer'", "'idle'"]],
  ['talks/mandate-too-narrow', '', [given('east', 'listen')], table('dear'), ["'east'", 'only listen', "'dear'", 'negotiate']],
  ['talks/mandate-too-narrow', '', [table('dear'), given('west', 'listen')], accept('west'), ["'west'", 'answer', 'negotiate']],
  ['talks/not-yet-reported', 'offer', [], table('late'), ["'late'", '2030-03-01', '2030-02-01']],
  ['talks/given-up-and-held', 'condition', [], { type: 'position.revised', position: 'cheap', condition: null, rigidity: 'demand' }, ["'cheap'", 'a demand']],
  ['talks/red-line-unmet', 'answer', [table('tolled')], accept('east'), ["'east'", "'tolled'", 'free', 'revise']],
  ['talks/after-deadline', 'on', [table('dear')], { ...accept('west'), on: '2031-02-01' }, ['flood', 'let the days pass']],
  ['talks/being-ratified', 'round', [table('plan'), conclude, suspend], open('idle'), ["'plan'", 'resume']],
  ['talks/another-step', 'step', [table('plan'), conclude], { ...vote, step: 'court', outcome: 'approved' }, ["'chamber'", "'court'"]],
  ['talks/nothing-approved', 'step', [table('plan'), conclude, suspend], { type: 'ratification.objected', step: 'chamber', outcome: 'sustained' }, ["'chamber'", 'to be voted on']],
  ['talks/unknown-body', 'body', [table('plan'), conclude], { ...vote, outcome: 'approved', body: 'court' }, ["'chamber'", "'body'"]],
  ['talks/outcome-missing', 'outcome', [table('plan'), conclude], vote, ["'chamber'", 'or the votes']],
  ['talks/outcome-otherwise', 'outcome', [table('plan'), conclude], { ...chamber, outcome: 'rejected' }, ["'chamber'", 'approved, and not rejected']],
  ['talks/too-many-votes', 'votes', [table('plan'), conclude], { ...vote, votes: { for: 60, against: 40, abstained: 1 } }, ['101', '100']],
  ['talks/days-not-passed', 'on', [table('plan'), { ...conclude, on }, chamber], { ...suspend, on: '2030-03-03' }, ['2 days', '2030-03-03']],
  ['talks/too-early', 'on', [table('plan'), { ...conclude, on }], { ...chamber, on: '2030-02-28' }, ["'chamber'", 'concluded on 2030-03-01', 'from then on']],
  ['talks/too-early', 'on', [table('plan'), conclude, { ...chamber, on }], { type: 'ratification.objected', step: 'chamber', outcome: 'sustained', on: '2030-02' }, ["'chamber'", 'approved on 2030-03-01', 'from then on']],
  ['talks/too-early', 'on', [table('plan'), conclude, chamber, { ...pass(5), on }, approved], { ...start, on: '2030-02-28' }, ['into force', 'agreed on 2030-03-01', 'from then on']],
  ['talks/too-early', 'on', [...inForce.slice(0, -1), { ...start, on }], { ...turn('opened'), on: '2030-02-28' }, ['phase 2', 'into force on 2030-03-01', 'from then on']],
  ['talks/too-early', 'on', [...inForce, { ...turn('opened'), on }], { ...turn('settled'), on: '2030-02-28' }, ['phase 2', 'opened on 2030-03-01', 'from then on']],
  ['talks/too-early', 'on', [...inForce.slice(0, -1), { ...start, on }], { type: 'deal.superseded', on: '2030-02-28' }, ['superseded', 'into force on 2030-03-01', 'from then on']],
  ['talks/not-started', 'type', inForce.slice(0, -1), { type: 'nextPhase.opened' }, ['start first']],
  ['talks/nothing-to-answer', '', inForce, accept('west'), ['table one first']],
  ['talks/in-force', 'offer', inForce, table('plan'), ["'plan'", 'next phase']],
  ['talks/not-agreed', 'type', [...inForce, turn('opened'), table('dear')], turn('settled'), ["'dear'", 'withdraw']],
  ['talks/no-further-phase', 'type', [...inForce, turn('opened'), turn('settled'), pass(10), turn('opened'), turn('settled'), pass(5)], turn('opened'), ['phase 3']],
  ['talks/another-phase', 'phase', inForce, ends(2), ['Phase 1', 'phase 2']],
  ['talks/phase-not-over', 'phase', [...inForce, pass(4)], ends(1), ['10 days', '4 days', '6 days']],
  ['talks/extension-too-long', 'days', inForce, extend(8), ["'winter'", '7 days', '8 days']],
  ['talks/extended-already', 'rule', [...inForce, extend(7)], extend(1), ["'winter'", 'once']],
  ['talks/agreed-before', 'on', [...inForce, amending('second'), { ...conclude, on: '2030-03-10' }, amending('third')], { ...conclude, on: '2030-03-09' }, ["'third'", '2030-03-09', "'second'", '2030-03-10', 'Give the day']],
  ['talks/so-already', 'obligation', [...inForce, allege('east')], allege('east'), ["'stones'", "'east'", 'already']],
  ['talks/so-already', 'obligation', [...inForce, allege('east')], cure('west'), ["'stones'", "'west'", 'whose allegation is cured']],
  ['talks/supersedes-itself', 'offer', inForce, { type: 'deal.superseded', offer: 'plan' }, ["'plan'"]],
  ['talks/unknown-offer', 'offer', inForce, { type: 'deal.superseded', offer: 'plam' }, ["'plam'", "'plan'"]],
  ['talks/not-yet-reported', 'offer', inForce, { type: 'deal.superseded', offer: 'late' }, ["'late'"]],
  ['talks/uncited-end', 'citation', inForce, { type: 'deal.ended' }, ['citation', 'which source']],
  ['talks/too-far', 'days', [{ ...table('dear'), on: '2031-01-31' }, table('plan'), conclude, { ...chamber, on: '9999-12-30' }], pass(2), ['9999']],
  ['talks/unknown-round', 'round', [], open('sprng'), ["'sprng'", "'spring'"]],
  ['talks/unknown-precondition', 'precondition', [], met('survy'), ["'survy'", "'survey'"]],
  ['talks/unknown-position', 'position', [], { type: 'position.revised', position: 'chep', condition: null }, ["'chep'", "'cheap'"]],
  ['talks/unknown-step', 'step', [], { ...vote, step: 'chambre' }, ["'chambre'", "'chamber'"]],
  ['talks/unknown-extension', 'rule', [], { ...extend(1), rule: 'wintr' }, ["'wintr'", "'winter'"]],
  ['talks/unknown-party', 'by', [], allege('est'), ["'est'", "'east'"]],
  ['talks/reported-before', 'reportedOn', [], { ...suspend, on: '2030-02-03', reportedOn: '2030-02-02' }, ['2030-02-03', '2030-02-02']],
];
