import { startedOn } from './anchors.js';
import type { Deal } from './deal.js';
import { standsOf } from './standing.js';
import { allegations, type Carried } from './told.js';

/** What is to be counted of an amendment in force since a day: what it changed, and what that came to by now. */
export function notedAmendment(before: Carried, now: Carried, day: number): readonly string[] {
  const late = day < now.day ? ['told later'] : [];
  return [...changed(before.deal, now.deal), ...followed(before, now, day), ...late].map((what) => `amended: ${what}`);
}

function changed(was: Deal, is: Deal): readonly string[] {
  const both = idsInBoth(was, is);
  const isOther = (part: (deal: Deal, id: string) => unknown) =>
    both.some((id) => JSON.stringify(part(was, id)) !== JSON.stringify(part(is, id)));
  return [
    ...(Object.keys(is.duties).length > both.length ? ['brings one'] : []),
    ...(Object.keys(was.duties).length > both.length ? ['takes one out'] : []),
    ...(isOther(({ duties }, id) => duties[id]?.tonnes) ? ['another figure'] : []),
    ...(isOther(({ duties }, id) => [duties[id]?.begins, duties[id]?.within]) ? ['another window'] : []),
    ...(JSON.stringify(was.phases) === JSON.stringify(is.phases) ? [] : ['other phases']),
  ];
}

function followed(before: Carried, now: Carried, day: number): readonly string[] {
  const isNew = startedOn(before) === null;
  const disputed = allegations(now).map((one) => one.split(' ')[0] ?? '');
  const isIn = ({ deal }: Carried, id: string) => Object.hasOwn(deal.duties, id);
  const retained = idsInBoth(before.deal, now.deal);
  const moved = retained.filter((id) => now.brought.get(id) === day && before.brought.get(id) !== day);
  const wasOpen = (id: string) => (standsOf(before, id).opens ?? Infinity) <= day;
  const isLate = (model: Carried) => (id: string) => standsOf(model, id).standing === 'late';
  return [
    ...(isNew ? ['before the start'] : []),
    ...(isNew && startedOn(now) !== null ? ['in force by that'] : []),
    ...(now.ended.size > before.ended.size ? ['ends a phase'] : []),
    ...([...before.ended.keys()].some((n) => !now.ended.has(n)) ? ['a phase is not over after all'] : []),
    ...([...before.ended].some(([n, end]) => (now.ended.get(n) ?? end) !== end) ? ['a phase was over otherwise'] : []),
    ...(now.began.length > before.began.length ? ['begins a phase'] : []),
    ...(now.over === null ? [] : [`${now.over} by that`]),
    ...(disputed.some((id) => isIn(now, id)) ? ['in dispute'] : []),
    ...(disputed.some((id) => isIn(before, id) && !isIn(now, id)) ? ['in dispute about what is taken out'] : []),
    ...(moved.some((id) => !wasOpen(id)) ? ['open from that day on'] : []),
    ...(moved.some(wasOpen) ? ['due from that day on'] : []),
    ...(retained.some((id) =>
      (now.fallen.get(id) ?? []).some((asked) => asked !== undefined && asked !== now.deal.duties[id]?.tonnes),
    )
      ? ['what had fallen due as it was']
      : []),
    ...(retained.filter(isLate(before)).some(isLate(now)) ? ['late as before'] : []),
  ];
}

const idsInBoth = (was: Deal, is: Deal) => Object.keys(is.duties).filter((id) => Object.hasOwn(was.duties, id));
