import { days, weeks } from 'sticking-points';
import { compare, holding, type Wrong } from './wrong-ids.js';

// A row a case.
// prettier-ignore
export const FIGURES: readonly Wrong[] = [
  [holding({ ...compare, line: { wording: 'between', from: 9, to: 3 } }), 'amount/reversed', 'positions.enough.condition.line', ['9 to 3', 'smaller figure comes first']],
  [['offers.first.terms.boats', { wording: 'between', from: 9, to: 3 }], 'amount/reversed', 'offers.first.terms.boats', ['9 to 3']],
  [['offers.first.length', weeks({ wording: 'between', from: 9, to: 3 })], 'amount/reversed', 'offers.first.length', ['9 to 3']],
  [['counts.stock.figure', { wording: 'between', from: 9, to: 3 }], 'amount/reversed', 'counts.stock.figure', ['9 to 3', 'smaller figure']],
  [['offers.first.terms.boats', 2.5], 'amount/off-step', 'offers.first.terms.boats', ['2.5', "'boats'", 'which is 1']],
  [['terms.boats.bounds', { most: 20.5 }], 'amount/off-step', 'terms.boats.bounds', ['20.5', "'boats'"]],
  [['offers.first.terms.boats', { wording: 'share of', parts: 3, outOf: 2 }], 'amount/share-over-whole', 'offers.first.terms.boats', ['3 out of 2']],
  [['offers.first.phases', [{ length: days(-3) }]], 'length/negative', 'offers.first.phases.0.length', ['-3', '0 or more']],
  [holding({ kind: 'length', op: '>', line: -1, unit: 'days' }), 'length/negative', 'positions.enough.condition.line', ['-1', '0 or more']],
  [['offers.first.length', { length: 2, unit: 'months', days: 63 }], 'length/days', 'offers.first.length', ['59 to 62', '63']],
  [['offers.first.length', { ...weeks(2), days: 14 }], 'length/days', 'offers.first.length', ['leave it out']],
  [['offers.first.length', weeks(1.5)], 'length/not-whole', 'offers.first.length', ['1.5', 'smaller unit']],
  [['offers.first.length', weeks({ wording: 'half of' })], 'length/share', 'offers.first.length', ['days, weeks or months']],
  [['counts.stock.figure', 1.5], 'scenario/count-not-whole', 'counts.stock.figure', ["'stock'", 'whole number']],
  [['counts.stock.figure', { wording: 'between', from: 1, to: 2.5 }], 'scenario/count-not-whole', 'counts.stock.figure', ["'stock'"]],
  [['counts.stock.figure', { wording: 'all' }], 'scenario/count-not-whole', 'counts.stock.figure', ["'stock'", 'no share']],
  [['offers.first.phaseCount', 1.5], 'offer/phase-count', 'offers.first.phaseCount', ['1.5']],
  [['offers.first.phases', [{}, {}, {}]], 'offer/too-many-phases', 'offers.first.phases', ["'first'", '3 phases', 'at most 2']],
  [holding({ ...compare, line: 0.1 + 0.2 }), 'amount/too-fine', 'positions.enough.condition.line', ['0.30000000000000004', 'round it']],
  [holding({ ...compare, line: 1e15 }), 'amount/out-of-range', 'positions.enough.condition.line', ['1000000000000000', 'larger unit']],
  [['offers.first.terms.boats', 1e15], 'amount/out-of-range', 'offers.first.terms.boats', ['1000000000000000', 'larger unit']],
  [['offers.first.length', weeks(1e12)], 'amount/out-of-range', 'offers.first.length', ['1000000000000', 'larger unit']],
  [['counts.stock.figure', 1e15], 'amount/out-of-range', 'counts.stock.figure', ['1000000000000000', 'larger unit']],
  [holding({ kind: 'ratio', of: 'catch', per: 'boats', op: '<=', line: 1e13 }), 'amount/out-of-range', 'positions.enough.condition.line', ['10000000000000']],
  [holding({ ...compare, times: 2e6 }), 'condition/out-of-range', 'positions.enough.condition.times', ['2000000', 'larger unit']],
  [['offers.first.terms.boats', true], 'offer/wrong-value', 'offers.first.terms.boats', ["'boats'", 'an amount']],
  [['offers.first.terms', { zone: 'opn' }], 'scenario/unknown-option', 'offers.first.terms.zone', ["'opn'", "'open'"]],
  [['offers.first.terms', { zone: 3 }], 'offer/wrong-value', 'offers.first.terms.zone', ["'zone'", 'an option']],
  [['offers.first.known', 'full'], 'offer/absence-undeclared', 'offers.first.terms', ["'zone'", "declare 'absent'"]],
  [['offers.first.terms.boats', 21], 'offer/contradiction', 'offers.first', ["'first'", 'boats']],
  [['offers.first.terms', { catch: 3, 'catch/cod': 4 }], 'offer/contradiction', 'offers.first', ["'first'", 'catch/cod']],
];

// A row a case.
// prettier-ignore
export const TERMS: readonly Wrong[] = [
  [['terms.boats.bounds', { least: 5, most: 3 }], 'term/contradictory-bounds', 'terms.boats.bounds', ["'boats'", 'at least 5 and at most 3']],
  [['terms.boats.step', 1e-7], 'term/step-too-fine', 'terms.boats.step', ["'boats'", 'smaller unit']],
  [['terms.boats.bounds', { most: 1e15 }], 'term/out-of-range', 'terms.boats.bounds', ["'boats'", 'larger unit']],
  [['terms.boats.absent', 21], 'term/absent-out-of-bounds', 'terms.boats.absent', ["'boats'", '21']],
  [['terms.catch.bounds', { least: -1 }], 'term/negative-with-categories', 'terms.catch', ["'catch'"]],
  [['terms.catch.categories.white', { label: 'white fish', of: ['code'] }], 'scenario/unknown-category', 'terms.catch.categories.white.of', ["'code'", "'cod'"]],
  [['terms.catch.categories.white', { label: 'white fish', of: ['toString'] }], 'scenario/unknown-category', 'terms.catch.categories.white.of', ["'toString'", "'cod'"]],
  [['terms.catch.categories.all', { label: 'all fish', of: ['white'] }], 'term/group-of-groups', 'terms.catch.categories.all.of', ["'white'", 'made of']],
  [['terms.zone.options', {}], 'term/no-options', 'terms.zone.options', ["'zone'"]],
  [['terms.zone.absent', 'opn'], 'scenario/unknown-option', 'terms.zone.absent', ["'opn'", "'open'"]],
  [['terms.boats.label', 'catch'], 'scenario/same-label', 'terms', ["'catch'"]],
  [['counts.stock.label', 'catch'], 'scenario/same-label', 'counts', ["'catch'"]],
  [['terms.zone.options.coastal', 'open waters'], 'scenario/same-label', 'terms.zone.options', ["'open waters'"]],
  ...['length', 'phase', 'phases'].map((id): Wrong => [[`terms.${id}`, { kind: 'flag', scope: 'phase' }], 'scenario/reserved-id', `terms.${id}`, [`'${id}'`, 'call the term something else']]),
  [['space.phases', { least: 2, most: 1 }], 'space/contradictory-bounds', 'space.phases', ['at least 2 and at most 1']],
];

// A row a case.
// prettier-ignore
export const EVIDENCE: readonly Wrong[] = [
  [['offers.first.basis', 'inferred'], 'evidence/no-reasoning', 'offers.first', ['because']],
  [['positions.enough.basis', 'inferred'], 'evidence/no-reasoning', 'positions.enough', ['because']],
  [['offers.first.terms.boats', { value: 3, basis: 'inferred' }], 'evidence/no-reasoning', 'offers.first.terms.boats', ['because']],
  [['offers.first', { basis: 'inferred', because: ' ' }], 'evidence/no-reasoning', 'offers.first', ['because']],
  [['offers.first', { basis: 'inferred', because: undefined }], 'evidence/no-reasoning', 'offers.first', ['because']],
  [['offers.first.put', { earliest: '2030-02', latest: '2030-01-31' }], 'evidence/reversed-dates', 'offers.first.put', ['2030-02', 'wrong way round']],
];
