import { lastDay, type CalendarDate } from '../base/day.js';
import { fault, type Fault, type Path } from '../base/fault.js';
import { figure, listed, unique } from '../base/list.js';
import { notedSince, reportedBy } from '../evidence/clocks.js';
import { readingsOf, type Field } from '../evidence/field.js';
import type { Setting } from '../offers/ledger.js';
import type { Offer } from '../offers/offer.js';
import { readDeal } from '../offers/read-deal.js';
import type { Layout } from '../terms/layout.js';
import { offerReferenceFaults } from './offer-references.js';
import { settingOf, type Scenario } from './scenario.js';

/** The most steps that reading offers may take, in all: what half a second or so is enough for. */
const MOST_STEPS_READ = 50_000_000;

/** How many times the work of leaving a term open it is to enter what its absence from a full text means. */
const ABSENCE = 40;

/** How many times the work of reading all that is known it is to read what was known by a day. */
const DAY = 100;

/** Everything in the offers of a scenario that names nothing, cannot be, or cannot all be so at once. */
export function offersFaults(scenario: Scenario): readonly Fault[] {
  const offers = Object.values(scenario.offers);
  const readable = tooMuchToRead(scenario, offers, ['offers']);
  if (readable.length > 0) return readable; // of full texts, naming what they leave out takes as long
  return offers.flatMap((offer) => {
    const path = ['offers', offer.id];
    const found = offerReferenceFaults(scenario, offer, path);
    return found.length > 0 ? found : contradictions(scenario, offer, path);
  });
}

/** The same in one offer. */
export function offerFaults(scenario: Scenario, offer: Offer, top: Path): readonly Fault[] {
  const found = offerReferenceFaults(scenario, offer, top);
  if (found.length > 0) return found;
  const readable = tooMuchToRead(scenario, [offer], top);
  return readable.length > 0 ? readable : contradictions(scenario, offer, top);
}

/** A fault where there is more to read than somebody can wait for: each offer is laid over all terms, as of each day. */
function tooMuchToRead(scenario: Scenario, offers: readonly Offer[], path: Path): readonly Fault[] {
  const quantities = Object.values(scenario.terms).filter((term) => term.kind === 'quantity').length;
  const each = sizeOf(settingOf(scenario).layout) + 4 * quantities; // the bounds of each are a fact
  const steps = offers.reduce((sum, offer) => {
    const times = 1 + DAY * earlierDays(scenario, offer).length;
    return sum + times * each * (offer.known === 'full' ? ABSENCE : 1);
  }, 0);
  if (steps <= MOST_STEPS_READ) return [];
  const most = figure(MOST_STEPS_READ);
  const message = `Laying each offer over all terms, as of each day on which more of it became known, would take ${figure(steps)} steps, and ${most} are the most: leave out offers, terms, categories or phases that the negotiation does not need.`;
  return [fault('scenario/too-big', path, message, { steps, most: MOST_STEPS_READ })];
}

// By the layout, which is made once for each scenario and never changed.
const sizes = /* @__PURE__ */ new WeakMap<Layout, number>();

/** How many steps it takes to lay an offer over the offer space. */
function sizeOf(layout: Layout): number {
  const known = sizes.get(layout);
  if (known !== undefined) return known;
  // Each member of a tie is held against the rest of it.
  const size = layout.ties.reduce((sum, tie) => sum + tie.sum.length ** 2, layout.variables.length);
  sizes.set(layout, size);
  return size;
}

/**
 * Whether what an offer says can all be so at once, within the offer space: by all that is known of it, and by what was
 * known on any day before, since talks and assessments may be held as of each.
 */
function contradictions(scenario: Scenario, offer: Offer, top: Path): readonly Fault[] {
  const setting = settingOf(scenario);
  for (const asOf of [undefined, ...earlierDays(scenario, offer)]) {
    const { contradiction, facts } = readDeal(setting, offer, asOf);
    if (!contradiction) continue;
    const paths = unique(contradiction.map((f) => facts[f]?.path ?? ''));
    const then = asOf === undefined ? '' : ` by what was known on ${asOf}`;
    const message = `What '${offer.id}' says cannot all be so within the offer space${then}: look at ${listed(paths)}.`;
    return [
      fault('offer/contradiction', top, message, {
        facts: paths,
        ...(asOf !== undefined && { asOf }),
      }),
    ];
  }
  return [];
}

/** The days on which something about an offer became known and more was still to come. */
function earlierDays(scenario: Scenario, offer: Offer): readonly CalendarDate[] {
  const { sources } = scenario;
  const fields: readonly (Field<unknown> | undefined)[] = [
    offer.phaseCount,
    offer.length,
    ...Object.values(offer.terms),
    ...offer.phases.flatMap((phase) => [phase.length, ...Object.values(phase.terms)]),
  ];
  const days = fields.flatMap((field) =>
    (field ? readingsOf(field) : []).flatMap((reading) => notedSince(reading, sources, offer.reported) ?? []),
  );
  return unique([...days.map(lastDay), ...countDays(settingOf(scenario))])
    .filter((day) => reportedBy(offer.reported, day))
    .sort()
    .slice(0, -1);
}

// A memo, not state: of each setting that was made of what can no longer change.
const ofCounts = /* @__PURE__ */ new WeakMap<Setting, readonly CalendarDate[]>();

/** The days on which something about the counts became known. */
function countDays(setting: Setting): readonly CalendarDate[] {
  const known = ofCounts.get(setting);
  if (known) return known;
  const readings = Object.values(setting.counts).flatMap(({ figure: field }) => (field ? readingsOf(field) : []));
  const days = unique(readings.flatMap((reading) => notedSince(reading, setting.sources) ?? []).map(lastDay));
  if (Object.isFrozen(setting)) ofCounts.set(setting, days);
  return days;
}
