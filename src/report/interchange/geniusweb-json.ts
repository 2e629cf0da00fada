import { fault } from '../../base/fault.js';
import { failure, success, type Result } from '../../base/result.js';
import {
  own,
  type AdditiveDomain,
  type AdditiveProfile,
  type Evaluation,
  type Issue,
  type Losses,
} from './additive-domain.js';

/** A file for GeniusWeb, and what it has no place for. */
export interface GeniusWebFile {
  readonly json: string;
  readonly lost: Losses;
}

/**
 * A domain, or with a profile a linear additive utility space, as GeniusWeb reads it (as its own Python and Java classes do).
 * It wants weights whose decimals add up to 1 to the last, so they are rounded to twelve; and it gives no worth to a range of
 * one number, which is written as a list of one value. A reservation value is lost: GeniusWeb holds an outcome in its place.
 *
 * @example
 * JSON.parse(geniusWebJson(domainOf(scenario).domain).json).name; // 'lake'
 */
export function geniusWebJson(domain: AdditiveDomain, profile?: AdditiveProfile): GeniusWebFile {
  const single = domain.issues.filter((issue) => issue.kind === 'integer' && issue.least === issue.most);
  const written = domainJson(domain);
  const listed = single.map(({ name }) => `That '${name}' is a number: GeniusWeb gives no worth to a range of one.`);
  if (!profile) return { json: print(written), lost: listed };
  const utilities = domain.issues.map(
    (issue) => [issue.name, utilitiesJson(issue, own(profile.evaluations, issue.name))] as const,
  );
  const space = {
    LinearAdditiveUtilitySpace: {
      issueUtilities: Object.fromEntries(utilities),
      issueWeights: addedUp(domain.issues.map(({ name }) => [name, own(profile.weights, name) ?? 0])),
      domain: written,
      name: profile.name,
    },
  };
  const lost =
    profile.reservation === undefined
      ? []
      : [`The reservation value ${profile.reservation} of '${profile.name}': GeniusWeb holds an outcome in its place.`];
  return { json: print(space), lost: [...listed, ...lost] };
}

/** Weights are written to so many parts of 1. */
const PARTS = 1e12;

/** Weights as decimals that add up to 1 exactly: what rounding leaves over goes to the greatest. */
function addedUp(weights: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  const parts = weights.map(([, weight]) => Math.round((sum > 0 ? weight / sum : 1 / weights.length) * PARTS));
  const greatest = parts.indexOf(Math.max(...parts));
  const over = PARTS - parts.reduce((all, part) => all + part, 0);
  return Object.fromEntries(
    weights.map(([name], i) => [name, ((parts[i] ?? 0) + (i === greatest ? over : 0)) / PARTS]),
  );
}

function domainJson({ name, issues }: AdditiveDomain): object {
  const values = issues.map((issue) => [
    issue.name,
    issue.kind === 'integer' && issue.least < issue.most
      ? { range: { low: issue.least, high: issue.most, step: 1 } }
      : { values: issue.kind === 'integer' ? [String(issue.least)] : issue.values },
  ]);
  return { name, issuesValues: Object.fromEntries(values) as object };
}

function utilitiesJson(issue: Issue, evaluation: Evaluation | undefined): object {
  if (issue.kind === 'discrete') {
    const worth = evaluation?.kind === 'discrete' ? evaluation.worth : {};
    return {
      DiscreteValueSetUtilities: {
        valueUtilities: Object.fromEntries(issue.values.map((value) => [value, own(worth, value) ?? 0])),
      },
    };
  }
  const { atLeast, atMost } = evaluation?.kind === 'integer' ? evaluation : { atLeast: 0, atMost: 0 };
  if (issue.least === issue.most)
    return { DiscreteValueSetUtilities: { valueUtilities: { [String(issue.least)]: atLeast } } };
  return {
    NumberValueSetUtilities: { lowValue: issue.least, lowUtility: atLeast, highValue: issue.most, highUtility: atMost },
  };
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * Reads a domain of GeniusWeb, or a linear additive utility space with the domain in it.
 *
 * Faults: `geniusweb/json` for what is no JSON, `geniusweb/shape` for what is no domain, `geniusweb/unsupported` for ranges that
 * are not of whole numbers one apart, and utilities of another kind, each by the issue's name.
 *
 * @example
 * const read = readGeniusWeb(geniusWebJson(domainOf(scenario).domain).json);
 * read.ok && read.value.domain.issues.length; // 2
 */
export function readGeniusWeb(
  text: string,
): Result<{ readonly domain: AdditiveDomain; readonly profile?: AdditiveProfile }> {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    return failure([
      fault('geniusweb/json', [], `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`),
    ]);
  }
  const space = at(whole, 'LinearAdditiveUtilitySpace');
  const written = space === undefined ? whole : at(space, 'domain');
  const [name, values] = [at(written, 'name'), at(written, 'issuesValues')];
  if (typeof name !== 'string' || typeof values !== 'object' || values === null) {
    return failure([fault('geniusweb/shape', [], "A domain has a 'name' and 'issuesValues', and this has not.")]);
  }
  const read = Object.entries(values as Readonly<Record<string, unknown>>).map(([id, set]) =>
    readIssue(id, set, at(at(space, 'issueUtilities'), id)),
  );
  const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return failure(faults);
  const issues = read.flatMap((one) => (one.ok ? [one.value] : []));
  const domain = { name, issues: issues.map(({ issue }) => issue) };
  if (space === undefined) return success({ domain });
  const title = at(space, 'name');
  const profile: AdditiveProfile = {
    name: typeof title === 'string' ? title : '',
    weights: Object.fromEntries(
      issues.map(({ issue }) => [issue.name, Number(at(at(space, 'issueWeights'), issue.name) ?? 0)]),
    ),
    evaluations: Object.fromEntries(
      issues.flatMap(({ issue, evaluation }) => (evaluation ? [[issue.name, evaluation] as const] : [])),
    ),
  };
  return success({ domain, profile });
}

function readIssue(
  name: string,
  set: unknown,
  utilities: unknown,
): Result<{ readonly issue: Issue; readonly evaluation: Evaluation | undefined }> {
  const refuse = (why: string) =>
    failure([fault('geniusweb/unsupported', ['issuesValues', name], `The issue '${name}' ${why}.`, { name })]);
  const [values, range] = [at(set, 'values'), at(set, 'range')];
  if (Array.isArray(values) && values.every((value) => typeof value === 'string')) {
    const given = at(at(utilities, 'DiscreteValueSetUtilities'), 'valueUtilities');
    if (utilities !== undefined && given === undefined)
      return refuse('has utilities that are not given value by value');
    const worth = values.map((value) => [value, Number(at(given, value) ?? 0)] as const);
    return success({
      issue: { name, kind: 'discrete', values },
      evaluation: utilities === undefined ? undefined : { kind: 'discrete', worth: Object.fromEntries(worth) },
    });
  }
  const [least, most, step] = ['low', 'high', 'step'].map((key) => Number(at(range, key)));
  if (
    least === undefined ||
    most === undefined ||
    !Number.isSafeInteger(least) ||
    !Number.isSafeInteger(most) ||
    step !== 1
  ) {
    return refuse('is neither a list of values nor a range of whole numbers one apart');
  }
  const given = at(utilities, 'NumberValueSetUtilities');
  const worthAt = (n: number) => {
    const [low, high, atLow, atHigh] = ['lowValue', 'highValue', 'lowUtility', 'highUtility'].map((key) =>
      Number(at(given, key)),
    );
    if (low === undefined || high === undefined || atLow === undefined || atHigh === undefined || high === low)
      return Number(at(given, 'lowUtility') ?? 0);
    if (n === low) return atLow;
    return n === high ? atHigh : atLow + ((atHigh - atLow) * (n - low)) / (high - low);
  };
  const evaluation =
    utilities === undefined
      ? undefined
      : ({ kind: 'integer', atLeast: worthAt(least), atMost: worthAt(most) } as const);
  return success({ issue: { name, kind: 'integer', least, most }, evaluation });
}

/** What stands under a key of something read, if anything does. */
function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
