// Two museums exchange works: so many loans for so many paintings and drawings together, boxes from the archive beside them,
// something once for all the silver, something for nothing, and what stays outside. What is owed follows from what was handed over,
// as far as its kind is known. Who lends how many rooms goes by wing and season, with an exception. Invented.
import {
  all,
  defineScenario,
  onDate,
  onDay,
  openTalks,
  progress,
  schedule,
  some,
  uponStart,
  weeks,
  type TalksEvent,
} from 'sticking-points';

const north = { owedBy: ['north'], to: ['south'], verifier: 'custodians' } as const;
const south = { owedBy: ['south'], to: ['north'], verifier: 'custodians' } as const;

const scenario = defineScenario({
  id: 'museums',
  parties: { north: { label: 'the museum of the north' }, south: { label: 'the museum of the south' } },
  terms: {
    works: {
      kind: 'quantity',
      unit: 'works',
      bounds: { most: 60 },
      categories: {
        paintings: { label: 'paintings' },
        drawings: { label: 'drawings' },
        silver: { label: 'silver' },
        maps: { label: 'maps' },
      },
      overlap: false,
      complete: true,
    },
    loans: { kind: 'quantity', unit: 'loans', bounds: { most: 80 } },
    boxes: { kind: 'quantity', unit: 'boxes', bounds: { most: 40 } },
    rooms: { kind: 'quantity', unit: 'rooms', bounds: { most: 100 } },
  },
  counts: { silverHeld: { figure: 9 } },
  space: { phases: 1, days: 200 },
  positions: {},
  agreement: { rule: 'unanimity', of: ['north', 'south'] },
  offers: {
    exchange: {
      by: ['north', 'south'],
      known: 'full',
      terms: {
        'works/paintings': 10,
        'works/drawings': 5,
        'works/silver': 9,
        'works/maps': 4,
        loans: 19,
        boxes: 5,
        rooms: 15,
      },
      phases: [{ length: weeks(20) }],
      text: {
        bodies: { custodians: { label: 'the custodians', members: ['north', 'south'] } },
        keys: {
          exchange: {
            label: 'the exchange',
            rows: [
              {
                for: { n: 3, of: ['works/paintings', 'works/drawings'] },
                give: [
                  { n: 2, of: 'loans' },
                  { n: 1, of: 'boxes' },
                ],
              },
              { for: { n: 'all', of: ['works/silver'] }, give: [{ n: 6, of: 'loans' }] },
              { give: [{ n: 3, of: 'loans' }] },
            ],
            totals: { loans: 19, boxes: 5 },
            outside: ['works/maps'],
          },
        },
        obligations: {
          handover: {
            ...north,
            label: 'hands over paintings, drawings and silver',
            of: 'works',
            amount: 24,
            begins: onDay(10),
            within: weeks(4),
          },
          maps: {
            ...north,
            label: 'hands over maps',
            of: 'works/maps',
            amount: some(),
            strength: 'may',
            begins: onDay(10),
          },
          lends: {
            ...south,
            label: 'lends',
            of: 'loans',
            byKey: { key: 'exchange', of: ['handover'] },
            begins: uponStart('handover'),
            within: weeks(10),
          },
          archive: {
            ...south,
            label: 'opens the archive',
            of: 'boxes',
            byKey: { key: 'exchange', of: ['handover'] },
            begins: uponStart('handover'),
            within: weeks(10),
          },
          silver: {
            ...north,
            label: 'lists all its silver',
            of: 'works/silver',
            amount: all({ count: 'silverHeld' }),
            begins: onDate('2031-06-01'),
          },
          halls: {
            ...south,
            label: 'lends rooms',
            of: 'rooms',
            table: {
              dimensions: { wing: ['east', 'west'], season: ['spring', 'autumn'] },
              cells: [
                { where: {}, amount: 5 },
                { where: { wing: 'west', season: 'autumn' }, amount: 0 },
              ],
            },
            begins: onDay(30),
          },
        },
      },
    },
  },
});

const amountOf = ({ least, most }: { readonly least?: number; readonly most?: number }) =>
  least === most ? `${least ?? 0}` : `${least ?? 0} to ${most ?? 'any number'}`;

console.log('By plan, in force on 1 April:');
for (const { due, amount, label } of schedule(scenario, 'exchange', { anchors: { start: '2031-04-01' } }).duties) {
  console.log(`  until ${due?.on ?? '…'}  ${label}${amount ? `: ${amountOf(amount)}` : ''}`);
}

const talks = openTalks(scenario);
const course: TalksEvent[] = [
  { type: 'offer.tabled', offer: 'exchange', on: '2031-03-01' },
  { type: 'agreement.concluded' },
  { type: 'deal.started', on: '2031-04-01' },
  { type: 'days.passed', days: 20 },
  { type: 'performance.reported', obligation: 'handover', amount: 12, observer: 'custodians' },
  {
    type: 'performance.reported',
    obligation: 'handover',
    amount: 12,
    parts: { 'works/paintings': 12 },
    observer: 'custodians',
  },
];
for (const event of course) {
  const { accepted, reasons } = talks.do(event);
  if (!accepted) console.log(reasons.map(({ message }) => message).join(' '));
  if (event.type !== 'performance.reported') continue;
  const kinds = event.parts ? `of them ${JSON.stringify(event.parts)}` : 'of no known kind';
  console.log(`\nHanded over so far: ${JSON.stringify(event.amount)}, ${kinds}. Owed for it:`);
  for (const { obligation, label, owed } of progress(talks)?.duties ?? []) {
    if (['lends', 'archive'].includes(obligation) && owed) console.log(`  ${label}: ${amountOf(owed)}`);
  }
}
