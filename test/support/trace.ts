import { progress, type Fault, type Talks, type TalksEvent } from 'sticking-points';

/** Faults as they stand in a golden file: where each lies, its code, its sentence and its facts. */
export function faultLines(faults: readonly Fault[]): readonly string[] {
  return faults.map(
    ({ code, path, message, facts }) => `  ${code} at '${path.join('.')}': ${message} ${JSON.stringify(facts)}`,
  );
}

/** What each event does to talks: the state it leads to, what it changes of them, and which events can happen since. */
export function traceOf(talks: Talks, events: readonly TalksEvent[]): string {
  let before = seen(talks);
  const lines: string[] = [talks.state, ...before.next.map((template) => `  + ${template}`)];
  for (const event of events) {
    const { reasons } = talks.do(event);
    const after = seen(talks);
    const keys = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
    lines.push(
      '',
      JSON.stringify(event),
      ...faultLines(reasons),
      talks.state,
      ...[...keys]
        .filter((key) => before.fields[key] !== after.fields[key])
        .map((key) => `  ${key}: ${after.fields[key] ?? 'no longer'}`),
      ...before.next.filter((one) => !after.next.includes(one)).map((one) => `  - ${one}`),
      ...after.next.filter((one) => !before.next.includes(one)).map((one) => `  + ${one}`),
    );
    before = after;
  }
  return `${lines.join('\n')}\n`;
}

/** All of talks that an event may change, a line each, and the events that can happen. */
function seen(talks: Talks) {
  const { snapshot, nextEvents, nextPhase, performance, deadlines, stickingPoints } = talks;
  const { deal, ...rest } = snapshot.context;
  const { text, ...run } = deal ?? { text: undefined };
  const { duties, ...texts } = text ?? { duties: {} };
  const fields = {
    ...under('', rest),
    ...under('deal.', run),
    ...under('deal.text.', texts),
    ...under('told of ', duties),
    ...under('deadline ', Object.fromEntries(Object.entries(deadlines).map(([id, { standing }]) => [id, standing]))),
    ...under('duty ', Object.fromEntries((progress(talks)?.duties ?? []).map((duty) => [duty.obligation, duty]))),
    ...under('', { nextPhase, performance, stickingPoints: stickingPoints.map(({ position }) => position) }),
  };
  return { fields, next: nextEvents.map((template) => JSON.stringify(template)) };
}

function under(prefix: string, record: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [`${prefix}${key}`, JSON.stringify(value ?? null)]),
  );
}
