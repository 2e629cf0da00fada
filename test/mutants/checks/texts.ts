import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { withLess } from '../../../src/testing/courses/less.js';
import { simplerCourses } from '../../../src/testing/courses/simpler-courses.js';
import { partingOf } from '../../model/texts/compare.js';
import { beginsOf, REPORTS, speaksOf, type Deal } from '../../model/texts/deal.js';
import { anyDeal } from '../../model/texts/drawn.js';
import { anyReports } from '../../model/texts/reports.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';

/** A deal, and what is reported of it. */
type Case = readonly [deal: Deal, events: readonly TalksEvent[]];

const drawn: fc.Arbitrary<Case> = anyDeal.chain((deal) => fc.tuple(fc.constant(deal), anyReports(deal)));

/** Cases as they are drawn, which shrink to fewer events of fewer obligations: what is drawn hangs together too much for
 * that to come of shrinking its parts. */
class Smaller extends fc.Arbitrary<Case> {
  override generate(random: fc.Random, bias: number | undefined): fc.Value<Case> {
    return new fc.Value(drawn.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Case {
    return Array.isArray(value);
  }

  override shrink(found: Case): fc.Stream<fc.Value<Case>> {
    return fc.stream(simpler(found)).map((one) => new fc.Value(one, undefined));
  }
}

function* simpler([deal, events]: Case): Generator<Case> {
  for (const fewer of simplerCourses(events, () => [])) yield [deal, fewer];
  for (const id of Object.keys(deal.duties)) {
    if (!isNamed(deal, id)) yield [without(deal, id), events.filter((event) => !tellsOf(event, id))];
  }
  if (Object.keys(deal.talks).length > 0) {
    yield [{ ...deal, talks: {} }, events.filter(({ type }) => !type.startsWith('promisedTalks.'))];
  }
  for (const less of simplerCourses(events, keepingBy)) if (less.length === events.length) yield [deal, less];
}

/** Less in an event, but for those by whom it is, which the model asks for, and an amount where one is told. */
const keepingBy = (event: TalksEvent) =>
  withLess(event).filter((less) => told(less, 'by') === told(event, 'by') && 'amount' in less === 'amount' in event);

const told = (event: TalksEvent, what: string) => Object.entries(event).find(([key]) => key === what)?.[1] as unknown;

/** Whether anything else in the deal names an obligation. */
function isNamed({ duties, talks, phases, upon }: Deal, id: string): boolean {
  const isByOther = Object.entries(duties).some(
    ([other, { byKey }]) => other !== id && (speaksOf(beginsOf({ duties }, other), id) || byKey?.includes(id)),
  );
  const begins = [
    ...Object.values(talks).flatMap(({ begin, end }) => [begin, end]),
    ...phases.map((phase) => phase.begins),
    upon.harvest,
  ];
  // A deal without obligations is none that the model knows.
  return (
    isByOther || begins.some((one) => one && speaksOf(one, id)) || id === REPORTS || Object.keys(duties).length < 2
  );
}

function without(deal: Deal, id: string): Deal {
  const duties = Object.fromEntries(
    Object.entries(deal.duties).flatMap(([other, { concurrent, ...duty }]) =>
      other === id ? [] : [[other, { ...duty, ...(concurrent !== undefined && concurrent !== id && { concurrent }) }]],
    ),
  );
  return { ...deal, duties, unaffected: deal.unaffected.filter((other) => other !== id) };
}

function tellsOf(event: TalksEvent, id: string): boolean {
  if ('obligation' in event) return event.obligation === id;
  return 'obligations' in event && event.obligations.includes(id);
}

/** How a text is carried out, by a model of that. */
export const TEXTS_RIGHT: readonly Check[] = [
  lookedFor({
    title: 'a text is carried out as the model of it is',
    cases: [new Smaller()],
    wrong: ([deal, events]) => partingOf(deal, events),
    size: ([{ duties }, events]) => Object.keys(duties).length + events.length,
    tell: ([deal, events]) => JSON.stringify([deal, events]),
    runs: 500,
  }),
];
