import fc from 'fast-check';
import type { TalksEvent } from 'sticking-points';
import { withLess } from '../../../src/testing/courses/less.js';
import { simplerCourses } from '../../../src/testing/courses/simpler-courses.js';
import { anyCase } from '../../model/texts/cases.js';
import { partingOf, type Course } from '../../model/texts/compare.js';
import type { Deal } from '../../model/texts/deal.js';
import { isNeeded, without } from '../../model/texts/taken-out.js';
import type { Check } from '../check.js';
import { lookedFor } from './looked-for.js';

/** Cases as they are drawn, which shrink to fewer events of fewer obligations: what is drawn hangs together too much for
 * that to come of shrinking its parts. */
class Smaller extends fc.Arbitrary<Course> {
  override generate(random: fc.Random, bias: number | undefined): fc.Value<Course> {
    return new fc.Value(anyCase.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Course {
    return typeof value === 'object' && value !== null && 'events' in value;
  }

  override shrink(found: Course): fc.Stream<fc.Value<Course>> {
    return fc.stream(simpler(found)).map((one) => new fc.Value(one, undefined));
  }
}

function* simpler(course: Course): Generator<Course> {
  const { events } = course;
  for (const fewer of simplerCourses(events, () => [])) yield { ...course, events: fewer };
  yield* plainer(course);
  const deals = dealsOf(course);
  for (const id of new Set(deals.flatMap(({ duties }) => Object.keys(duties)))) {
    if (deals.some((deal) => Object.hasOwn(deal.duties, id) && isNeeded(deal, id))) continue;
    yield { ...inAll(course, (deal) => without(deal, id)), events: events.filter((event) => !tellsOf(event, id)) };
  }
  if (deals.some(({ talks }) => Object.keys(talks).length > 0)) {
    const others = events.filter(({ type }) => !type.startsWith('promisedTalks.'));
    yield { ...inAll(course, (deal) => ({ ...deal, talks: {} })), events: others };
  }
  for (const less of simplerCourses(events, keepingBy)) {
    if (less.length === events.length) yield { ...course, events: less };
  }
}

/** What of a deal names no obligation of it. */
const NAMING_NOTHING = ['holds', 'movedBy', 'bodies', 'key', 'certifier'] as const;

/** The same with amendments that change less, or with fewer of them. */
function* plainer(course: Course): Generator<Course> {
  const { deal, amendments, events } = course;
  for (const [id, amendment] of Object.entries(amendments)) {
    const { [id]: _, ...others } = amendments;
    if (!events.some((event) => 'offer' in event && event.offer === id)) yield { ...course, amendments: others };
    for (const key of NAMING_NOTHING.filter((one) => JSON.stringify(amendment[one]) !== JSON.stringify(deal[one]))) {
      yield { ...course, amendments: { ...amendments, [id]: { ...amendment, [key]: deal[key] } } };
    }
  }
}

const dealsOf = ({ deal, amendments }: Course): readonly Deal[] => [deal, ...Object.values(amendments)];

function inAll(course: Course, change: (deal: Deal) => Deal): Course {
  const { deal, amendments } = course;
  const changed = Object.entries(amendments).map(([id, one]) => [id, change(one)] as const);
  return { ...course, deal: change(deal), amendments: Object.fromEntries(changed) };
}

/** Less in an event, but for those by whom it is, which the model asks for, and an amount where one is told. */
const keepingBy = (event: TalksEvent) =>
  withLess(event).filter((less) => told(less, 'by') === told(event, 'by') && 'amount' in less === 'amount' in event);

const told = (event: TalksEvent, what: string) => Object.entries(event).find(([key]) => key === what)?.[1] as unknown;

function tellsOf(event: TalksEvent, id: string): boolean {
  if ('obligation' in event) return event.obligation === id;
  return 'obligations' in event && event.obligations.includes(id);
}

/** How a text is carried out, by a model of that. */
export const TEXTS_RIGHT: readonly Check[] = [
  lookedFor({
    title: 'a text is carried out as the model of it is',
    cases: [new Smaller()],
    wrong: (course) => partingOf(course),
    size: ({ deal, amendments, events }) =>
      Object.keys(deal.duties).length + Object.keys(amendments).length + events.length,
    tell: (course) => JSON.stringify(course),
    runs: 500,
  }),
];
