/** A change to a right draft; the fault's code and path; what its sentence must name: the offender and the way out. */
export type Wrong = readonly [change: readonly [string, unknown], code: string, path: string, names: readonly string[]];

const ask = { party: 'north', rigidity: 'demand' };
export const compare = { kind: 'compare', of: 'catch', op: '>=', line: 40 };
/** A draft whose one position holds this condition. */
export const holding = (condition: unknown): readonly [string, unknown] => ['positions.enough', { ...ask, condition }];

// A row a case.
// prettier-ignore
export const IDS: readonly Wrong[] = [
  [holding({ ...compare, of: 'cach' }), 'scenario/unknown-term', 'positions.enough.condition.of', ["'cach'", "'catch'"]],
  [holding({ ...compare, of: 'toString' }), 'scenario/unknown-term', 'positions.enough.condition.of', ["'toString'", "'boats'"]],
  [holding({ ...compare, of: 'catch/code' }), 'scenario/unknown-category', 'positions.enough.condition.of', ["'catch/code'", "'catch/cod'"]],
  [holding({ ...compare, of: 'catch/constructor' }), 'scenario/unknown-category', 'positions.enough.condition.of', ['constructor', 'catch/cod']],
  [holding({ ...compare, of: 'observers' }), 'scenario/wrong-kind-of-term', 'positions.enough.condition.of', ["'observers'", 'catch, boats']],
  [holding({ ...compare, plus: [{ of: 'boat' }] }), 'scenario/unknown-term', 'positions.enough.condition.plus.0.of', ["'boat'", "'boats'"]],
  [holding({ kind: 'flag', of: 'observer', is: true }), 'scenario/unknown-term', 'positions.enough.condition.of', ["'observer'", "'observers'"]],
  [holding({ kind: 'choice', of: 'zone', is: ['opn'] }), 'scenario/unknown-option', 'positions.enough.condition.is.0', ["'opn'", "'open'"]],
  [holding({ kind: 'not', of: { kind: 'all', of: [{ ...compare, of: 'x' }] } }), 'scenario/unknown-term', 'positions.enough.condition.of.of.0.of', ["'x'", "'catch'"]],
  [holding({ kind: 'ratio', of: 'catch', per: 'ships', op: '<=', line: 2 }), 'scenario/unknown-term', 'positions.enough.condition.per', ["'ships'", "'boats'"]],
  [holding({ ...compare, line: { wording: 'half of', of: { count: 'stok' } } }), 'scenario/unknown-count', 'positions.enough.condition.line.of.count', ["'stok'", "'stock'"]],
  [holding({ ...compare, line: { wording: 'all', of: { quantity: 'boat' } } }), 'scenario/unknown-term', 'positions.enough.condition.line.of.quantity', ["'boat'", "'boats'"]],
  [['positions.enough', { ...ask, readings: { only: { condition: { ...compare, of: 'x' } } } }], 'scenario/unknown-term', 'positions.enough.readings.only.condition.of', ["'x'"]],
  [['positions.enough', { ...ask, condition: compare, reservation: { ...compare, of: 'x' } }], 'scenario/unknown-term', 'positions.enough.reservation.of', ["'x'"]],
  [['invariants', { norm: { title: 'a norm', condition: { ...compare, of: 'x' } } }], 'scenario/unknown-term', 'invariants.norm.condition.of', ["'x'"]],
  [['positions.enough.party', 'nort'], 'scenario/unknown-party', 'positions.enough.party', ["'nort'", "'north'"]],
  [['offers.first.terms', { observers: { unsettled: 'ambiguous', readings: [{ party: 'nort', reading: 'x' }] } }], 'scenario/unknown-party', 'offers.first.terms.observers', ["'nort'", "'north'"]],
  [['offers.first.terms', { observers: { unsettled: 'deferred', between: ['north', 'soth'] } }], 'scenario/unknown-party', 'offers.first.terms.observers', ["'soth'", "'south'"]],
  [['offers.first.to', ['constructor']], 'scenario/unknown-party', 'offers.first.to.0', ["'constructor'", "'north'"]],
  [['agreement', { rule: 'unanimity', of: ['soth'] }], 'scenario/unknown-party', 'agreement.of.0', ["'soth'", "'south'"]],
  [['agreement', { rule: 'unanimity', of: [] }], 'scenario/nobody-decides', 'agreement.of', ['at least one party']],
  [['answers', [{ party: 'nort', offer: 'first', answer: 'accepts' }]], 'scenario/unknown-party', 'answers.0.party', ["'nort'"]],
  [['answers', [{ party: 'north', offer: 'frst', answer: 'accepts' }]], 'scenario/unknown-offer', 'answers.0.offer', ["'frst'", "'first'"]],
  [['named', [{ title: 'x', offer: 'frst', citations: [{ source: 'wire', attribution: 'narrator' }] }]], 'scenario/unknown-offer', 'named.0.offer', ["'frst'"]],
  [['named', [{ title: 'x', positions: ['enuf'], citations: [{ source: 'wire', attribution: 'narrator' }] }]], 'scenario/unknown-position', 'named.0.positions.0', ["'enuf'", "'enough'"]],
  [['statements', { said: { party: 'nort', text: 'No.' } }], 'scenario/unknown-party', 'statements.said.party', ["'nort'"]],
  [['offers.first.related', [{ how: 'answer to', offer: 'second' }]], 'scenario/unknown-offer', 'offers.first.related.0.offer', ["'second'", "'first'"]],
  [['offers.first.barred', { rates: 'why' }], 'scenario/unknown-exchange', 'offers.first.barred.rates', ["'rates'", "'rate'"]],
  [['exchange.rate.per', 'boat'], 'scenario/unknown-term', 'exchange.rate.per', ["'boat'", "'boats'"]],
  [['exchange.rate.of', 'zone'], 'scenario/unknown-term', 'exchange.rate.of', ["'zone'", "'catch'"]],
  [['positions.enough.citations', [{ source: 'wier', attribution: 'narrator' }]], 'scenario/unknown-source', 'positions.enough.citations.0.source', ["'wier'", "'wire'"]],
  [['offers.first.citations', [{ source: 'wier', attribution: 'narrator' }]], 'scenario/unknown-source', 'offers.first.citations.0.source', ["'wier'", "'wire'"]],
];

// A row a case.
// prettier-ignore
export const SCOPES: readonly Wrong[] = [
  [holding({ kind: 'rank', of: 'zone', op: '>=', option: 'open' }), 'scenario/unordered-choice', 'positions.enough.condition', ["'zone'", 'declare it ordered']],
  [holding({ kind: 'flag', of: 'observers', in: 1, is: true }), 'scenario/scope-of-deal-term', 'positions.enough.condition.in', ["'observers'", "leave 'in' out"]],
  [holding({ kind: 'flag', of: 'patrols', is: true }), 'scenario/scope-missing', 'positions.enough.condition.in', ["'patrols'", '{ in: 1 }']],
  [holding({ ...compare, in: 3 }), 'scenario/unknown-phase', 'positions.enough.condition.in', ['phase 3', '1 to 2']],
  [holding({ kind: 'length', in: { upTo: 9 }, op: '>', line: 2, unit: 'days' }), 'scenario/unknown-phase', 'positions.enough.condition.in', ['phase 9', '1 to 2']],
  [holding({ kind: 'begins', of: 'boats', noLaterThan: 1 }), 'scenario/no-phases', 'positions.enough.condition.of', ["'boats'", 'whole deal']],
  [holding({ kind: 'begins', of: 'catch', noLaterThan: 3 }), 'scenario/unknown-phase', 'positions.enough.condition.noLaterThan', ['phase 3', '1 to 2']],
  [['offers.first.phases', [{ terms: { boats: 2 } }]], 'offer/deal-term-in-phase', 'offers.first.phases.0.terms.boats', ["'boats'", "'terms' of the offer"]],
  [['offers.first.terms', { patrols: true }], 'offer/phase-term-in-deal', 'offers.first.terms.patrols', ["'patrols'", 'under the phase']],
];
