import { figure, listed } from '../base/list.js';
import type { AmountTable } from '../offers/text/amount-table.js';
import type { ClauseGrounds } from '../offers/text/grounds.js';
import type { KeyFigure, KeyTable } from '../offers/text/key-table.js';
import type { Obligation } from '../offers/text/obligation.js';
import type {
  AcceptedFinding,
  Approval,
  Certification,
  DecisionRule,
  Definition,
  Instrument,
  NamedEvent,
  PhaseClauses,
  PhaseExtension,
  PromisedTalks,
  ReportingDuty,
  Selection,
  Text,
  TextBody,
} from '../offers/text/text.js';
import type { Trigger } from '../offers/text/trigger.js';
import type { Scenario } from '../scenario/scenario.js';
import { showAmount } from '../terms/amount-words.js';
import { showValue } from '../offers/offer-words.js';
import { showLength, type Length } from '../terms/length.js';
import { termLabel } from '../terms/term.js';
import { isUnsettled } from '../terms/value.js';
import { actorLabel } from '../obligations/actor-label.js';
import { duty, nameOf } from './clauses.js';
import { unsettledWords } from './unsettled-words.js';
import { sayWhen } from './when.js';

/** What a part of a clause is called in a sentence, where its key is no word for it. */
export const PARTS: Readonly<Record<string, string>> = {
  owedBy: 'owed by',
  to: 'owed to',
  of: 'quantity',
  done: 'counts as done',
  byKey: 'amount by key',
  table: 'amount by table',
  concurrent: 'done together with',
  following: 'begins once these are done',
  movedBy: 'moved by',
  namedBy: 'named by',
  vetoBy: 'vetoed by',
  over: 'goes before',
  clause: 'place in the text',
  every: 'recurs every',
  times: 'number of times',
  outlasts: 'outlasts its phase',
  uses: 'defined terms used',
  on: 'subject',
  by: 'by whom',
};

/** Where the words of a text come from. */
export interface Speaking {
  readonly scenario: Scenario;
  readonly text: Text;
}

/** Words for one part of a clause; nothing where the clause has nothing there. */
type Says<T> = (value: T, clause: unknown, by: Speaking) => string | undefined;

/** Words for every part of a clause beside what it rests on, so that no part of a text can move unseen. */
type Saying<T> = {
  readonly [K in Exclude<keyof T, 'basis' | 'because' | 'citations' | 'reported'>]-?: Says<NonNullable<T[K]>>;
};

const asIs = (value: string) => value;
const yesNo = (value: boolean) => (value ? 'yes' : 'no');
/** Whoever does something together is named in one order, whatever that of the text: parties as the scenario has them. */
const names = (ids: readonly string[], by: Speaking) => {
  const parties = Object.keys(by.scenario.parties);
  const place = (id: string) => (parties.includes(id) ? parties.indexOf(id) : parties.length);
  const inOrder = [...ids].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return listed(inOrder.map((id) => actorLabel(by, id)));
};
const someone: Says<readonly string[]> = (ids, _, by) => (ids.length === 0 ? undefined : names(ids, by));
const quotedList: Says<readonly string[]> = (items) =>
  items.length === 0 ? undefined : listed(items.map((item) => `“${item}”`));
const when: Says<Trigger> = (trigger, _, by) => sayWhen(trigger, by);
const length: Says<Length> = (value, _, { scenario }) => showLength(value, scenario);
const quantity: Says<string> = (path, _, { scenario }) => termLabel(scenario.terms, path);
const duties: Says<readonly string[]> = (ids, _, by) =>
  ids.length === 0 ? undefined : listed(ids.map((id) => nameOf(by, duty(id))));

const GROUNDS: Saying<Pick<ClauseGrounds, 'clause' | 'instrument' | 'note'>> = {
  clause: asIs,
  instrument: (id, _, by) => nameOf(by, `instruments.${id}`),
  note: asIs,
};

// Made when it is first wanted, as far as bundlers can see: a spread is not known to have no effect.
const OBLIGATION = /* @__PURE__ */ ((): Saying<Obligation> => ({
  ...GROUNDS,
  label: asIs,
  kind: asIs,
  strength: asIs,
  of: quantity,
  phase: (n) => `phase ${n}`,
  outlasts: yesNo,
  done: asIs,
  concurrent: duties,
  following: duties,
  series: ({ series, counted }) => `“${series}”, counted as ${counted}`,
  rounding: asIs,
  times: figure,
  perPhase: yesNo,
  uses: quotedList,
  table: (table, _, by) => tableWords(table, by),
  byKey: ({ key, of }, clause, by) =>
    `by “${by.text.keys[key]?.label ?? key}” for ${duties(of, clause, by) ?? 'nothing'}`,
  owedBy: ({ value }, clause, by) => someone(value, clause, by),
  to: ({ value }, clause, by) => someone(value, clause, by),
  verifier: ({ value }, _, by) => actorLabel(by, value),
  amount: ({ value }, clause, by) => {
    if (isUnsettled(value)) return unsettledWords(value, by);
    const { scenario } = by;
    // Said of an obligation alone, whose own quantity the figure is of.
    const { of } = clause as Obligation;
    return of === undefined ? showAmount(value, scenario) : showValue(of, value, scenario);
  },
  begins: ({ value }, clause, by) => when(value, clause, by),
  within: length,
  until: when,
  every: length,
  escrow: ({ holder, released, returned }, clause, by) => {
    const back = returned ? `, and else given back ${when(returned, clause, by) ?? ''}` : '';
    return `held by ${actorLabel(by, holder)}, set free ${when(released, clause, by) ?? ''}${back}`;
  },
}))();

const EVENT = /* @__PURE__ */ ((): Saying<NamedEvent> => ({
  ...GROUNDS,
  label: asIs,
  trigger: when,
  movedBy: someone,
}))();

const BODY = /* @__PURE__ */ ((): Saying<TextBody> => ({
  ...GROUNDS,
  label: asIs,
  members: someone,
  chair: (id, _, by) => actorLabel(by, id),
  rule: (rule) => ruleWords(rule),
  reports: (duty, clause, by) => reportWords(duty, clause, by),
}))();

const CERTIFICATION = /* @__PURE__ */ ((): Saying<Certification> => ({
  ...GROUNDS,
  label: asIs,
  by: (id, _, by) => actorLabel(by, id),
}))();

const KEY = /* @__PURE__ */ ((): Saying<KeyTable> => ({
  ...GROUNDS,
  label: asIs,
  rows: (rows, _, by) => rows.map((row) => rowWords(row, by)).join('; ') || undefined,
  totals: (totals, _, { scenario }) =>
    Object.entries(totals)
      .map(([path, { value }]) => `${termLabel(scenario.terms, path)}: ${showValue(path, value, scenario)}`)
      .join('; ') || undefined,
  outside: (paths, _, { scenario }) => listed(paths.map((path) => termLabel(scenario.terms, path))) || undefined,
}))();

const SELECTION = /* @__PURE__ */ ((): Saying<Selection> => ({
  ...GROUNDS,
  label: asIs,
  of: quantity,
  namedBy: someone,
  vetoBy: someone,
  criteria: quotedList,
  exclusions: quotedList,
  deadline: when,
}))();

const INSTRUMENT = /* @__PURE__ */ ((): Saying<Instrument> => ({
  ...GROUNDS,
  label: asIs,
  over: (ids, _, by) => instruments(ids, by),
  incorporates: (ids, _, by) => instruments(ids, by),
  parties: (parties, _, by) =>
    Object.entries(parties)
      .map(([id, how]) => `${actorLabel(by, id)} ${how}`)
      .join('; ') || undefined,
  holds: asIs,
  unaffected: duties,
}))();

const DEFINITION = /* @__PURE__ */ ((): Saying<Definition> => ({
  ...GROUNDS,
  label: asIs,
  means: asIs,
  readings: (readings, _, by) =>
    readings.map(({ party, reading }) => `${actorLabel(by, party)}: “${reading}”`).join('; ') || undefined,
}))();

const TALKS = /* @__PURE__ */ ((): Saying<PromisedTalks> => ({
  ...GROUNDS,
  label: asIs,
  on: (n) => `phase ${n}`,
  between: someone,
  begin: when,
  end: when,
  otherwise: asIs,
}))();

const PHASE: Saying<PhaseClauses> = {
  begins: when,
  extensions: (extensions, _, by) => extensions.map((one) => extensionWords(one, by)).join('; ') || undefined,
};

const APPROVAL = /* @__PURE__ */ ((): Saying<Approval> => ({ ...GROUNDS, by: asIs }))();

const ACCEPTED: Saying<AcceptedFinding> = {
  code: asIs,
  clauses: (ids) => ids.join(', ') || undefined,
  reason: asIs,
};

/** How each section of a text is said. Who is only named has no clause: the label is all there is. */
const SECTIONS: { readonly [S in keyof Text]: Readonly<Record<string, Says<never>>> } = {
  instruments: INSTRUMENT,
  bodies: BODY,
  others: {},
  events: EVENT,
  certifications: CERTIFICATION,
  obligations: OBLIGATION,
  keys: KEY,
  selections: SELECTION,
  definitions: DEFINITION,
  talks: TALKS,
  phases: PHASE,
  approvals: APPROVAL,
  accepted: ACCEPTED,
};

/** The clauses of a text, each with what its parts say in words. */
export function clausesInWords(by: Speaking): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const said = new Map<string, ReadonlyMap<string, string>>();
  for (const [section, saying] of Object.entries(SECTIONS)) {
    const clauses: object = by.text[section as keyof Text];
    for (const [id, clause] of Object.entries(clauses) as [string, unknown][]) {
      if (typeof clause === 'string') {
        said.set(`${section}.${id}`, new Map([['label', clause]]));
        continue;
      }
      const parts = new Map<string, string>();
      for (const [part, says] of Object.entries(saying)) {
        const value: unknown = Reflect.get(clause as object, part);
        // The sayings of a section are typed by its clauses, above: what stands at a part is what its saying takes.
        const words = value === undefined ? undefined : (says as Says<unknown>)(value, clause, by);
        if (words !== undefined) parts.set(part, words);
      }
      said.set(`${section}.${id}`, parts);
    }
  }
  return said;
}

function ruleWords(rule: DecisionRule): string {
  return rule.kind === 'quota' ? `${figure(rule.needed)} votes` : rule.kind;
}

function reportWords({ to, every, strength, begins, until }: ReportingDuty, clause: unknown, by: Speaking): string {
  return [
    `to ${names(to, by)}`,
    ...(every ? [`every ${showLength(every, by.scenario)}`] : []),
    ...(begins ? [`beginning ${when(begins, clause, by) ?? ''}`] : []),
    ...(until ? [`ending ${when(until, clause, by) ?? ''}`] : []),
    ...(strength === 'shall' ? [] : [strength]),
  ].join(', ');
}

function rowWords(row: KeyTable['rows'][number], { scenario }: Speaking): string {
  const many = (n: KeyFigure) => (n === 'all' ? 'all' : figure(n));
  const path = (of: string) => termLabel(scenario.terms, of);
  const give = listed(row.give.map(({ n, of }) => `${many(n)} of ${path(of)}`)) || 'nothing';
  return row.for ? `for ${many(row.for.n)} of ${listed(row.for.of.map(path))}, ${give}` : `${give}, for nothing`;
}

function tableWords({ dimensions, cells }: AmountTable, by: Speaking): string {
  const named = Object.entries(dimensions).map(([name, values]) => `${name} (${values.join(', ')})`);
  const lines = cells.map(({ where, amount }) => {
    const place = Object.entries(where).map(([name, value]) => `${name} ${value}`);
    return `${place.length === 0 ? 'everywhere' : place.join(', ')}: ${isUnsettled(amount) ? unsettledWords(amount, by) : showAmount(amount, by.scenario)}`;
  });
  return `by ${listed(named)}: ${lines.join('; ')}`;
}

function instruments(ids: readonly string[], by: Speaking): string | undefined {
  return ids.length === 0 ? undefined : listed(ids.map((id) => nameOf(by, `instruments.${id}`)));
}

function extensionWords({ how, unit, per, cap, times, condition }: PhaseExtension, { scenario }: Speaking): string {
  return [
    how,
    ...(unit ? [`by ${showLength(unit, scenario)}`] : []),
    ...(per ? [`for each ${figure(per.n)} of ${termLabel(scenario.terms, per.of)}`] : []),
    ...(per?.beyond === undefined ? [] : [`beyond the first ${figure(per.beyond)}`]),
    ...(cap ? [`up to ${showLength(cap, scenario)} in all`] : []),
    ...(times === undefined ? [] : [`at most ${figure(times)} times`]),
    ...(condition === undefined ? [] : [`if ${condition}`]),
  ].join(', ');
}
