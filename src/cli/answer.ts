import { contextOf, type Context } from './context.js';
import type { Exit } from './exit.js';
import type { Io } from './io.js';
import type { Outcome } from './outcome.js';
import { inert, safeJson } from './safe.js';

/** Runs one command, prints its outcome as text or as data, and returns the code it ends with. */
export async function answer(
  io: Io,
  given: { readonly json?: boolean; readonly asOf?: string },
  command: (context: Context) => Promise<Outcome>,
): Promise<Exit> {
  const context = contextOf(io, given);
  const { exit, value, text } = await command(context);
  const said = context.json ? safeJson(value) : inert(text());
  if (said !== '') io.stdout.write(`${said}\n`);
  return exit;
}
