import type { TalksEvent } from 'sticking-points';
import { goesByItself, LONGER, type Way } from './deal.js';
import { saidOf } from './said.js';
import type { Carried } from './told.js';

type Extended = Extract<TalksEvent, { readonly type: 'phase.extended' }>;

/** What was told of a phase being made longer, by consent or by one rule. */
function toldOf({ told }: Carried, n: number, rule: string | undefined): readonly Extended[] {
  return told.flatMap(({ event, phase }) =>
    event.type === 'phase.extended' && phase === n && event.rule === rule ? [event] : [],
  );
}

/** Whether a rule, or what the text says of a phase, stands against making it longer by so much. */
export function isAgainstExtending(model: Carried, n: number, { rule, days, by = [] }: Extended): boolean {
  // Where it is told who agreed, both did whose deal it is.
  if (rule === undefined && by.length > 0 && !['north', 'south'].every((party) => by.includes(party))) return true;
  const before = toldOf(model, n, rule);
  if (rule === LONGER.rule) return days > LONGER.days || before.length >= LONGER.times;
  const way = model.deal.phases[n - 1]!.ways.find(({ how }) => how === (rule ?? 'by consent'));
  // All who are agreed may do what the text says nothing of.
  if (!way) return rule !== undefined;
  const { unit = 1, cap = Infinity, times = Infinity } = way;
  const sum = before.reduce((all, one) => all + one.days, days);
  const isWhole = rule === undefined || days % unit === 0;
  // So often is so many units, whether told of apart or together.
  const isTooOften = way.unit !== undefined && rule !== undefined && sum > unit * times;
  return goesByItself(way) || before.length >= times || isTooOften || !isWhole || sum > cap;
}

/** Days by which a phase that has begun is longer of itself: each way counts from the end that those before it give. */
export function grantedTo(model: Carried, n: number, ends: number): number {
  const last = model.deal.phases[n - 1]!.ways.filter(goesByItself).reduce(
    (end, way) => end + grantedBy(model, n, way, end),
    ends,
  );
  return last - ends;
}

/** In which ways phases have grown longer of themselves, and in which as far as they may. */
export function grownBy(model: Carried): readonly string[] {
  return model.began.flatMap((began, i) => {
    const { ways, length } = model.deal.phases[i]!;
    return ways.filter(goesByItself).flatMap((way) => {
      const days = grantedBy(model, i + 1, way, began + length);
      const isMost = way.cap === days || (way.times ?? 0) * (way.unit ?? 1) === days;
      return days === 0 ? [] : [way.how, ...(isMost ? [`${way.how}, as far as it may`] : [])];
    });
  });
}

/** By whole units, up to so many, and never beyond the cap. */
function grantedBy(model: Carried, n: number, way: Way, ends: number): number {
  const { unit = 1, cap = Infinity, times = Infinity, per } = way;
  const units = per
    ? Math.floor(Math.max(0, doneIn(model, n) - per.beyond) / per.n)
    : unitsOfTalks(model, n, unit, ends);
  return Math.min(cap, unit * Math.min(times, units));
}

/** While talks on the next phase go on, a phase has a day to come; it ends with the unit in which they did. */
function unitsOfTalks(model: Carried, n: number, unit: number, ends: number): number {
  const turns = model.told.filter(({ event, phase }) => event.type.startsWith('nextPhase.') && phase === n);
  const opened = turns.findLastIndex(({ event }) => event.type === 'nextPhase.opened');
  if (opened < 0) return 0;
  const over = turns[opened + 1]?.day;
  const needed = over === undefined ? Math.floor((model.day - ends) / unit) + 1 : Math.ceil((over - ends) / unit);
  return Math.max(0, needed);
}

/** How many tonnes were done since a phase began. */
function doneIn(model: Carried, n: number): number {
  const began = model.began[n - 1]!;
  return Object.entries(model.deal.duties).reduce((sum, [id, { tonnes }]) => {
    if (tonnes === undefined) return sum;
    const said = saidOf(model, id, undefined);
    const before = said.findLast(({ day }) => day < began)?.total ?? 0;
    return sum + Math.max(0, (said.at(-1)?.total ?? 0) - before);
  }, 0);
}
