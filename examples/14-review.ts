// A labour agreement is read before it is signed: what breaks, what is unclear, what its drafters let stand, and why; then a
// second draft, with what it changed against the first. Invented: no such talks were held.
import {
  checkOffer,
  compareTexts,
  days,
  defineScenario,
  latestOf,
  months,
  onDay,
  review,
  START,
  uponCompletion,
  uponEvent,
  weeks,
  whenCertified,
  type Offer,
  type TextDraft,
} from 'sticking-points';
import { reviewText } from 'sticking-points/report';

const scenario = defineScenario({
  id: 'shipyard',
  title: 'A shipyard goes over to a four-day week',
  parties: {
    union: { label: 'the union' },
    yard: { label: 'the yard' },
    city: { label: 'the city' },
  },
  terms: {
    posts: { kind: 'quantity', unit: 'posts', bounds: { most: 500 } },
    hours: { kind: 'quantity', unit: 'hours a week', bounds: { least: 30, most: 40 } },
  },
  space: { phases: { least: 1, most: 2 } },
  agreement: { rule: 'unanimity', of: ['union', 'yard'] },
  positions: {},
});

const first: TextDraft = {
  instruments: { contract: { label: 'the contract', parties: { union: 'signs', yard: 'signs' } } },
  bodies: { panel: { label: 'the joint panel', members: ['union', 'yard'] } },
  certifications: { trial: { label: 'the trial week', by: 'panel' } },
  definitions: {
    hardship: {
      label: 'serious hardship',
      readings: [
        { party: 'union', reading: 'any loss of pay' },
        { party: 'yard', reading: 'two quarters with a loss' },
      ],
    },
  },
  obligations: {
    roster: {
      label: 'publishes the new roster',
      clause: 'Article 4',
      owedBy: ['yard'],
      to: ['union'],
      verifier: 'panel',
      begins: uponCompletion('waiver'),
      within: weeks(2),
    },
    waiver: {
      label: 'waives overtime claims',
      clause: 'Article 5',
      owedBy: ['union'],
      to: ['yard'],
      verifier: 'panel',
      begins: latestOf(onDay(30), uponCompletion('roster')),
    },
    hires: {
      label: 'hires apprentices',
      clause: 'Article 7',
      owedBy: ['yard'],
      verifier: 'panel',
      of: 'posts',
      amount: 80,
      begins: whenCertified('trial'),
      within: months(6),
    },
    keeps: {
      label: 'fills vacancies',
      clause: 'Article 8',
      owedBy: ['yard'],
      verifier: 'panel',
      of: 'posts',
      amount: 40,
      begins: onDay(100),
      until: onDay(90),
      uses: ['core workforce'],
    },
    buses: {
      label: 'runs early buses',
      clause: 'Article 9',
      owedBy: ['city'],
      verifier: 'panel',
      begins: uponEvent('phase2'),
    },
    tells: {
      label: 'opens its books',
      clause: 'Article 11',
      owedBy: ['yard'],
      verifier: 'panel',
      kind: 'recurring',
      every: months(3),
      begins: uponEvent(START),
    },
  },
  phases: { 1: { extensions: [{ how: 'while talks continue', unit: weeks(4) }] } },
  talks: { pay: { label: 'Talks on pay', on: 2, between: ['union', 'yard'], begin: onDay(120) } },
  accepted: [
    {
      code: 'review/ambiguous',
      clauses: ['definitions.hardship'],
      reason: 'Neither side would sign the other reading; the panel is to decide case by case.',
    },
  ],
};

const second: TextDraft = {
  ...first,
  obligations: {
    ...first.obligations,
    waiver: {
      label: 'waives overtime claims',
      clause: 'Article 5',
      owedBy: ['union'],
      to: ['yard'],
      verifier: 'panel',
      begins: onDay(30),
    },
    keeps: {
      label: 'fills vacancies',
      clause: 'Article 8',
      owedBy: ['yard'],
      verifier: 'panel',
      of: 'posts',
      amount: 20,
      begins: onDay(100),
      within: days(60),
    },
  },
  talks: {
    pay: {
      label: 'Talks on pay',
      on: 2,
      between: ['union', 'yard'],
      begin: onDay(120),
      end: uponEvent('phase1.end'),
      otherwise: 'the rates of the first year hold for the second',
    },
  },
};

function draftOf(text: TextDraft): Offer {
  const terms = { posts: 100, hours: 32 };
  const phases = [{ length: weeks(52) }, { length: weeks(52), toBeNegotiated: true }];
  const checked = checkOffer(scenario, 'contract', { known: 'full', terms, phases, text });
  if (!checked.ok) throw new Error(checked.faults.map(({ message }) => message).join('\n'));
  return checked.value;
}

const [before, after] = [draftOf(first), draftOf(second)];
console.log(reviewText(review(scenario, before), { title: 'the first draft' }));

console.log('\nWhat the second draft changed:');
for (const { sentence } of compareTexts(scenario, before, after)) {
  const lines = sentence.match(/.{1,74}(?=\s|$)/g) ?? [];
  console.log(`  · ${lines.map((line) => line.trim()).join('\n    ')}`);
}
const codes = (offer: Offer) => review(scenario, offer).map(({ code }) => code);
const left = codes(after);
console.log('\nNo longer found:');
for (const code of codes(before).filter((one) => !left.includes(one))) console.log(`  ${code}`);
