import { openTalks, progress, type DealProgress, type TalksEvent } from 'sticking-points';
import { agreedDay } from './amended.js';
import { hasHappened, isHarvestTold, startedOn } from './anchors.js';
import { begunOn, needsFinding } from './begun.js';
import { namedIn } from './circle.js';
import { carriedOn, concluded, stateOf } from './carried.js';
import { beginsOf, CONCLUDED, PARTIES, type Deal } from './deal.js';
import { grownBy } from './extended.js';
import { dueByKey, isMissing } from './key.js';
import { kindsOf, notedOf } from './noted.js';
import { notedAmendment } from './noted-amendments.js';
import { nextPhaseOf, talksStand, type TalksStand } from './promised.js';
import { isOverBeforeItBegins, isUnended, standsOf, type Stands } from './standing.js';
import { toldOf, type Carried } from './told.js';
import { scenarioOf } from './written.js';

/** A deal, others by which it may be amended, and what is told of it. */
export interface Course {
  readonly deal: Deal;
  readonly amendments: Readonly<Record<string, Deal>>;
  readonly events: readonly TalksEvent[];
}

/** How often something was met with. */
export type Seen = Map<string, number>;

/** Where talks and model part, in words; nothing where they do not. */
export function partingOf({ deal, amendments, events }: Course, seen: Seen = new Map()): string | undefined {
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const talks = openTalks(scenarioOf({ deal, ...amendments }));
  for (const event of [
    { type: 'offer.tabled', offer: 'deal', on: CONCLUDED },
    { type: 'agreement.concluded' },
  ] as const) {
    if (!talks.do(event).accepted) throw new Error(`${event.type} is refused.`);
  }
  let model = concluded(deal, amendments);
  for (const [at, event] of events.entries()) {
    const { accepted, reasons } = talks.do(event);
    const after = carriedOn(model, event);
    const where = `${at}: ${JSON.stringify(event)}`;
    if (accepted !== (after !== undefined)) {
      return `${where}: ${accepted ? 'accepted' : `refused, ${reasons.map(({ code }) => code).join()}`}`;
    }
    for (const what of notedOf(model, event, accepted)) note(what);
    if (after && outlastsItsPhase(model)) note(`outlasting its phase: ${event.type}, ${stateOf(after).split('.')[0]}`);
    if (after && event.type === 'agreement.concluded')
      for (const what of notedAmendment(model, after, agreedDay(after, event))) note(what);
    model = after ?? model;
    if (talks.state !== stateOf(model)) return `${where}: ${talks.state}, and not ${stateOf(model)}`;
    const next = model.over !== null ? undefined : nextPhaseOf(model);
    if (talks.nextPhase !== next) return `${where}: next phase ${String(talks.nextPhase)}, and not ${String(next)}`;
    note(`next phase: ${String(next)}`);
    for (const how of grownBy(model)) note(`grown: ${how}`);
    note(stateOf(model));
    if (model.began.length - model.ended.size > 1) note('phases side by side');
    if (model.ended.has(model.began.length) && model.over === null) note('between phases, or waiting');
    if (startedOn(model) !== null && model.began.length === 0) note('in force, and waiting for its first phase');
    if (talks.offer?.id !== (model.table ?? undefined))
      return `${where}: on the table ${String(talks.offer?.id)}, and not ${model.table}`;
    if (model.over === null && talks.deal?.offer !== model.offer)
      return `${where}: ${String(talks.deal?.offer)} in force, and not ${model.offer}`;
    if (model.began.length > 0 && deal.phases[0]?.begins) note('begun by its own trigger: phase 1');
    if (isHarvestUponDuty(model)) note('the harvest, upon an obligation');
    if (model.deal.upon.start && startedOn(model) !== null && toldOf(model, 'deal.started').length === 0)
      note('in force by its trigger, or as moved');
    note(accepted ? event.type : `${event.type} refused`);
    if (!accepted) for (const { code } of reasons) note(code);
    if (startedOn(model) === null) continue;
    const now = progress(talks);
    if (!now) return `${where}: no progress is told`;
    for (const observer of [undefined, ...PARTIES.filter((party) => now.observers.includes(party))]) {
      const view = observer === undefined ? now : progress(talks, { observer });
      const parting = view && partingIn(model, view, observer, note);
      if (parting) return `${where}: ${observer ?? 'what counts'} of ${parting}`;
    }
  }
  return undefined;
}

/** Whether the present phase is over, and the next would begin if it were settled. */
function outlastsItsPhase({ over, began, ended, deal }: Carried): boolean {
  return over === null && ended.has(began.length) && deal.phases[began.length]?.isToSettle === true;
}

/** Whether something is set off by its words before the deal is in force. */
function isBeforeStart(model: Carried, id: string, observer: string | undefined): boolean {
  const worded = begunOn(model, beginsOf(model.deal, id), observer);
  return worded !== null && worded < (startedOn(model) ?? worded);
}

/** Whether the harvest has come about by what was done, or found, of an obligation. */
function isHarvestUponDuty(model: Carried): boolean {
  return !isHarvestTold(model) && hasHappened(model, 'harvest') && namedIn(model.deal.upon.harvest).length > 0;
}

function partingIn(model: Carried, view: DealProgress, observer: string | undefined, note: (what: string) => void) {
  const parting = (id: string, told: unknown, wanted: unknown) =>
    JSON.stringify(told) === JSON.stringify(wanted)
      ? undefined
      : `${id}: ${JSON.stringify(told)}, and not ${JSON.stringify(wanted)}`;
  for (const [id, { kind, holds, every, byKey, until, following, concurrent }] of Object.entries(model.deal.duties)) {
    const wanted = fromStart(model, standsOf(model, id, observer));
    const parted = parting(id, toldBy(view, id), wanted);
    if (parted !== undefined) return parted;
    note(wanted.standing);
    if (kind === 'level') note(`${holds} so much: ${wanted.standing}`);
    if (byKey) note(`by key: ${wanted.most > wanted.owed ? 'so much or more' : 'so much'}`);
    if (byKey && model.deal.key.lines.some((line) => line.for?.n === 'all'))
      note(`by key, for all: ${wanted.owed > 0 ? 'owed' : 'not for certain'}`);
    if (byKey?.some((other) => isMissing(model, other, observer)) === true && wanted.most > wanted.owed)
      note(`by key, for what may still come: ${wanted.standing}`);
    if (byKey && dueByKey(model, id, observer)) note(`by key, for what came late: ${wanted.standing}`);
    if (byKey && wanted.owed !== standsOf(concluded(model.deal), id).owed) note('by key: as was done');
    if (every !== undefined) {
      const how = until ? 'until a day of its own' : every === 'phase' ? 'once a phase' : 'reports';
      note(`${how}: ${wanted.standing}`);
    }
    if (wanted.opens !== null) for (const kind of kindsOf(beginsOf(model.deal, id))) note(`set off: ${kind}`);
    if (wanted.opens === 0 && isBeforeStart(model, id, observer)) note('set off before the start');
    if (wanted.opens !== null && concurrent) note('together with another');
    if (wanted.opens !== null && following) note('after another');
    if (wanted.due !== null && kind !== 'refrain' && (wanted.opens ?? Infinity) > wanted.due)
      note(`shut by own delay: ${wanted.standing}`);
    if (until) note(wanted.due === null && wanted.opens !== null ? 'until before it opens, or unknown' : 'until a day');
    if (wanted.opens !== null && wanted.opens <= model.day - (startedOn(model) ?? 0)) {
      if (isOverBeforeItBegins(model, id, observer)) note(`over before it begins: ${kind}`);
    }
    if (kind !== 'recurring' && wanted.settled && wanted.due === null && until && isUnended(model, id, observer))
      note(`no notice ended it, and settled: ${kind}`);
    if (wanted.settled && wanted.standing === 'waiting') {
      const isFinding = needsFinding(model, beginsOf(model.deal, id), observer);
      note(isFinding ? 'not set off, and settled' : 'no notice came, and settled');
    }
  }
  for (const id of Object.keys(model.deal.talks)) {
    const wanted = fromStart(model, talksStand(model, id));
    const parted = parting(id, talksTold(view, id), wanted);
    if (parted !== undefined) return parted;
    const { on } = model.deal.talks[id] ?? {};
    note(`talks${on === undefined ? '' : ' on a phase'}: ${wanted.standing}`);
    if (wanted.isBackedUp) note(`what holds otherwise, talks being ${wanted.standing}`);
  }
  return undefined;
}

/** With its days counted from the entry into force. */
function fromStart<T extends object>(model: Carried, stands: T): T {
  const start = startedOn(model) ?? 0;
  const counted = Object.entries(stands).map(([key, value]): [string, unknown] => {
    const isDay = ['opens', 'due', 'begin', 'end'].includes(key);
    return [key, isDay && typeof value === 'number' ? value - start : value];
  });
  return Object.fromEntries(counted) as T; // the same keys
}

function talksTold(view: DealProgress, id: string): TalksStand | undefined {
  const talks = view.talks.find((one) => one.talks === id);
  if (!talks) return undefined;
  const { standing, begin, end, otherwise } = talks;
  return { standing, begin: begin?.day ?? null, end: end?.day ?? null, isBackedUp: otherwise !== undefined };
}

function toldBy(view: DealProgress, id: string): Stands | undefined {
  const duty = view.duties.find(({ obligation }) => obligation === id);
  if (!duty) return undefined;
  const { standing, settled, owed, done, waived, excused, opens, due } = duty;
  return {
    standing,
    settled,
    owed: owed.least ?? 0,
    most: owed.most ?? Infinity,
    done,
    waived,
    excused,
    opens: opens?.day ?? null,
    due: due?.day ?? null,
  };
}
