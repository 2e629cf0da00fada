/** A change to talks saved on the fishery after 'low' was tabled; the fault's code and path; what its sentence names. */
// prettier-ignore
export const SPOILT: readonly (readonly [change: Readonly<Record<string, unknown>>, code: string, path: string, names: readonly string[]])[] = [
  [{ version: 2 }, 'save/version', 'version', ['version 2', 'reads version 1']],
  [{ version: undefined }, 'save/shape', 'version', ['missing']],
  [{ format: 'chess' }, 'save/shape', 'format', ["'chess'", 'sticking-points/talks']],
  [{ events: 'none' }, 'save/shape', 'events', ["'events'", 'a list']],
  [{ colour: 'red' }, 'save/unknown-key', 'colour', ["'colour'"]],
  [{ options: { get asOf() { return '2030-01-31'; } } }, 'save/computed', 'options.asOf', ["'options.asOf'"]],
  [{ events: [nested(250)] }, 'save/too-deep', 'events.0.a.a', ['200 levels']],
  [{ scenario: 'rivers' }, 'save/another-scenario', 'scenario', ["'rivers'", "'fishery'"]],
  [{ fingerprint: '0000000000000000' }, 'save/changed-scenario', 'fingerprint', ["'fishery'", 'as it was']],
  [{ state: 'talks.open' }, 'save/another-course', 'state', ["'talks.open'", "'talks.blocked'"]],
  [{ options: { answers: 'by heart' } }, 'talks/bad-option', 'options.answers', ["'by heart'", "'declared'"]],
  [{ options: { asOf: 'once' } }, 'talks/bad-option', 'options.asOf', ["'once'"]],
  [{ options: { speed: 9 } }, 'talks/bad-option', 'options.speed', ["'speed'", "'start'"]],
  [{ events: [{ type: 'offer.tabled', offer: 'low' }, { type: 'offer.tabled', offer: 'low' }] }, 'talks/already-on-the-table', 'events.1.offer', ["'low'"]],
  [{ events: [{ type: 'offer.tabled', offer: 'lwo' }] }, 'talks/unknown-offer', 'events.0.offer', ["'lwo'", "'low'"]],
  [{ events: [7] }, 'talks/unknown-event', 'events.0.type', ['missing']],
];

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { a: nested(levels - 1) };
}
