// A debt is eased in three texts: a charter, an annex that is part of it, and a declaration of the port bank, to which the lenders
// only adhere; the harbour council is dealt with, without recognition. Days count from 1 here and from 0 there, a share is rounded as
// the text says, the last payment is what remains, and the second half-year may be drawn out by whole months. Invented.
import {
  atLeast,
  defineScenario,
  months,
  onDay,
  openTalks,
  progress,
  remaining,
  review,
  schedule,
  shareOf,
  upTo,
} from 'sticking-points';

const owed = { owedBy: ['islands'], to: ['lenders'], verifier: 'bank' } as const;
const payment = {
  of: 'payments',
  series: { series: 'payments', counted: 'increment' },
  instrument: 'charter',
} as const;

const scenario = defineScenario({
  id: 'harbour-debt',
  title: 'A harbour’s debt',
  parties: {
    islands: { label: 'the islands' },
    lenders: { label: 'the lenders' },
    council: { label: 'the harbour council' },
  },
  terms: {
    payments: { kind: 'quantity', unit: 'millions', bounds: { most: 200 } },
    berths: { kind: 'quantity', unit: 'berths', bounds: { most: 25 } },
    reserve: { kind: 'quantity', unit: 'millions', bounds: { most: 90 } },
  },
  space: { phases: 2, days: 700 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['islands', 'lenders'] },
  offers: {
    draft: {
      label: 'the draft',
      by: ['islands', 'lenders'],
      known: 'full',
      terms: { payments: 100, berths: 25, reserve: 40 },
      phases: [{ length: months(6) }, { length: months(6) }],
      text: {
        others: { bank: 'the port bank' },
        instruments: {
          charter: {
            label: 'the charter',
            incorporates: ['annex'],
            over: ['declaration'],
            parties: { islands: 'signs', lenders: 'signs' },
            holds: 'whole',
          },
          annex: { label: 'the annex on berths', parties: { council: 'dealt with' }, holds: 'part by part' },
          declaration: {
            label: 'the bank’s declaration',
            parties: { islands: 'adheres', lenders: 'adheres', council: 'unsigned' },
            holds: 'part by part',
          },
        },
        phases: { 2: { extensions: [{ how: 'by unit', unit: months(1), times: 2 }] } },
        obligations: {
          'pay-1': {
            ...owed,
            label: 'the first payment',
            clause: 'Charter 1',
            ...payment,
            amount: 35,
            begins: onDay(1, { first: 1 }),
          },
          'pay-2': {
            ...owed,
            label: 'the second payment',
            clause: 'Charter 2',
            ...payment,
            amount: shareOf(1, 3),
            rounding: 'nearest',
            begins: onDay(90),
          },
          'pay-3': {
            ...owed,
            label: 'what remains',
            clause: 'Charter 3',
            ...payment,
            amount: remaining(),
            begins: onDay(100, { first: 1 }),
          },
          open: {
            ...owed,
            label: 'two thirds of the berths are open to all',
            clause: 'Annex 1',
            instrument: 'annex',
            of: 'berths',
            amount: shareOf(2, 3),
            rounding: 'up',
            begins: onDay(30, { first: 1 }),
          },
          pilots: {
            ...owed,
            label: 'sends pilots',
            clause: 'Annex 2',
            owedBy: ['council'],
            instrument: 'annex',
            begins: onDay(30),
          },
          floor: {
            ...owed,
            label: 'keeps a reserve',
            clause: 'Charter 4',
            instrument: 'charter',
            kind: 'level',
            of: 'reserve',
            amount: atLeast(40),
            phase: 2,
          },
          ceiling: {
            ...owed,
            label: 'hoards no reserve',
            clause: 'Declaration 1',
            instrument: 'declaration',
            kind: 'level',
            of: 'reserve',
            amount: upTo(25),
            phase: 2,
          },
        },
      },
    },
  },
});

console.log('By day, in force on 31 January:');
const { duties } = schedule(scenario, 'draft', { anchors: { start: '2031-01-31' } });
for (const { due, amount, label } of duties) {
  const much =
    amount === undefined || amount.least === undefined
      ? ''
      : `${amount.least}${amount.most === amount.least ? '' : ` to ${amount.most ?? '…'}`}`;
  console.log(`  ${due?.on ?? ''}  day ${String(due?.day ?? '').padStart(3)}  ${much.padStart(8)}  ${label}`);
}

console.log('\nRead before it is signed:');
for (const { severity, message } of review(scenario, 'draft')) console.log(`  ${severity}: ${message}`);

const talks = openTalks(scenario);
console.log('\nDrawn out by whole months:');
for (const event of [
  { type: 'offer.tabled', offer: 'draft', on: '2031-01-20' },
  { type: 'agreement.concluded' },
  { type: 'deal.started', on: '2031-01-31' },
  { type: 'days.passed', until: '2031-08-01' },
  { type: 'phase.extended', days: 10, rule: 'by unit' },
  { type: 'phase.extended', days: 29, rule: 'by unit' },
] as const) {
  const { accepted, reasons } = talks.do(event);
  console.log(`  ${event.type.padEnd(20)} ${accepted ? talks.state : reasons.map(({ message }) => message).join(' ')}`);
}
const floor = progress(talks)?.duties.find(({ obligation }) => obligation === 'floor');
console.log(`  the reserve is held until ${floor?.due?.on ?? '…'}`);
