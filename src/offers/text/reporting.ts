import type { Text } from './text.js';

/** The id under which the duty of a body to report is laid out and carried out, as `commission.reports`. */
export const reportOf = (body: string) => `${body}.reports`;

/** The body whose duty to report goes by an id; nothing where it is no such duty. */
export function reporterOf({ bodies }: Pick<Text, 'bodies'>, duty: string): string | undefined {
  const body = duty.endsWith(SUFFIX) ? duty.slice(0, -SUFFIX.length) : undefined;
  return body !== undefined && Object.hasOwn(bodies, body) && bodies[body]?.reports ? body : undefined;
}

/** Whether a text makes something due under an id: an obligation of it, or the report of a body. */
export function isDutyOf(text: Pick<Text, 'bodies' | 'obligations'>, id: string): boolean {
  return Object.hasOwn(text.obligations, id) || reporterOf(text, id) !== undefined;
}

const SUFFIX = reportOf('');
