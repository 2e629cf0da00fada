import type { EventTemplate, TalksEvent } from 'sticking-points';

/** The keys by which events name what they are about, all of them. */
const ID_KEYS = {
  party: true,
  offer: true,
  position: true,
  round: true,
  precondition: true,
  step: true,
  body: true,
  rule: true,
  obligation: true,
  obligations: true,
  event: true,
  certification: true,
  talks: true,
  instrument: true,
  phase: true,
  mandate: true,
  answer: true,
  outcome: true,
} satisfies Record<IdKey, true>;
type IdKey = Exclude<keyof Extract<EventTemplate, { free: readonly unknown[] }>, 'type' | 'free'>;

/** Whether an event is one that a template stands for, as far as type, ids and filled parts go. */
export function matchesTemplate(template: EventTemplate, event: TalksEvent): boolean {
  if (template.type !== event.type) return false;
  const free: readonly string[] = template.free ?? [];
  // Ids are looked up by name: each event has those of its own type.
  const given = event as unknown as Readonly<Record<string, unknown>>;
  const wanted = template as unknown as Readonly<Record<string, unknown>>;
  if (free.includes('offer') === (typeof given['offer'] === 'string')) {
    if (event.type === 'offer.tabled' || event.type === 'offer.recorded') return false;
  }
  if (event.type === 'answer.declared' && event.concedes) {
    const { concedes } = wanted;
    if (!Array.isArray(concedes) || !sameIds(event.concedes, concedes as readonly string[])) return false;
  }
  // An extension of the present phase may name it, or not.
  const isNamed = (key: string) =>
    free.includes(key) || (key === 'phase' && event.type === 'phase.extended' && wanted[key] === undefined);
  return Object.keys(ID_KEYS).every((key) => isNamed(key) || sameOrAlike(given[key], wanted[key]));
}

function sameOrAlike(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && sameIds(a as readonly string[], b as readonly string[]));
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === b.length && b.every((id) => a.includes(id));
}
