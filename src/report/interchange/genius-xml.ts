import { fault } from '../../base/fault.js';
import { failure, success, type Result } from '../../base/result.js';
import { own, type AdditiveDomain, type AdditiveProfile, type Evaluation, type Issue } from './additive-domain.js';
import { attribute, readXml, type Element } from './xml.js';

/**
 * A domain as Genius reads it.
 *
 * @example
 * geniusXml(domainOf(scenario).domain).split('\n')[0]; // '<negotiation_template>'
 */
export function geniusXml(domain: AdditiveDomain): string {
  return `<negotiation_template>\n${spaceXml(domain)}</negotiation_template>\n`;
}

/**
 * A profile as Genius reads it: evaluations by value, or along a line by offset and slope; weights; the reservation value.
 *
 * @example
 * const profile: AdditiveProfile = { name: 'north', weights: { catch: 1 }, evaluations: { catch: { kind: 'integer', atLeast: 0, atMost: 1 } } };
 * geniusProfileXml({ name: 'lake', issues: [{ name: 'catch', kind: 'integer', least: 0, most: 100 }] }, profile).includes('slope="0.01"'); // true
 */
export function geniusProfileXml(domain: AdditiveDomain, profile: AdditiveProfile): string {
  return spaceXml(domain, profile);
}

function spaceXml({ name, issues }: AdditiveDomain, profile?: AdditiveProfile): string {
  const weights = issues.map(
    (issue, i) => `    <weight index="${i + 1}" value="${(profile && own(profile.weights, issue.name)) ?? 0}"/>\n`,
  );
  const described = issues.map((issue, i) => issueXml(issue, i + 1, profile && own(profile.evaluations, issue.name)));
  return `  <utility_space number_of_issues="${issues.length}">
    <objective index="0" etype="objective" type="objective" description="${attribute(profile?.name ?? '')}" name="${attribute(name)}">
${described.join('')}${profile ? weights.join('') : ''}    </objective>
${profile ? `    <discount_factor value="1.0"/>\n` : ''}${profile?.reservation === undefined ? '' : `    <reservation value="${profile.reservation}"/>\n`}  </utility_space>
`;
}

function issueXml(issue: Issue, index: number, evaluation: Evaluation | undefined): string {
  const { kind, name } = issue;
  const head = `      <issue index="${index}" name="${attribute(name)}" etype="${kind}" type="${kind}" vtype="${kind}"`;
  if (issue.kind === 'discrete') {
    const items = issue.values.map((value, i) => {
      const worth = evaluation?.kind === 'discrete' ? ` evaluation="${own(evaluation.worth, value) ?? 0}"` : '';
      return `        <item index="${i + 1}" value="${attribute(value)}"${worth}/>\n`;
    });
    return `${head}>\n${items.join('')}      </issue>\n`;
  }
  const { least, most } = issue;
  const { atLeast, atMost } = evaluation?.kind === 'integer' ? evaluation : { atLeast: 0, atMost: 0 };
  const slope = most === least ? 0 : (atMost - atLeast) / (most - least);
  const line = evaluation
    ? `        <evaluator ftype="linear" offset="${atLeast - slope * least}" slope="${slope}"/>\n`
    : '';
  return `${head} lowerbound="${least}" upperbound="${most}">\n${line}        <range lowerbound="${least}" upperbound="${most}"/>\n      </issue>\n`;
}

/**
 * Reads a domain of Genius, or a profile with the domain in it: discrete issues and integer ones, weights, evaluations, which are
 * scaled to the best of each issue as Genius does, and the reservation value.
 *
 * Faults: `genius/xml` for what is no XML, `genius/shape` for what is no domain, `genius/unsupported` for issues of another
 * kind and for evaluators that are not linear, each by its name.
 *
 * @example
 * const read = readGeniusXml(geniusXml(domainOf(scenario).domain));
 * read.ok && read.value.domain.issues.length; // 2
 */
export function readGeniusXml(
  text: string,
): Result<{ readonly domain: AdditiveDomain; readonly profile?: AdditiveProfile }> {
  let root: Element;
  try {
    root = readXml(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failure([fault('genius/xml', [], `This is not XML that can be read: ${said}.`)]);
  }
  const space = root.name === 'utility_space' ? root : root.children.find((child) => child.name === 'utility_space');
  const objective = space?.children.find((child) => child.name === 'objective');
  if (!space || !objective) {
    return failure([
      fault('genius/shape', [], 'A domain has a <utility_space> with an <objective> in it, and this has not.'),
    ]);
  }
  const read = objective.children.filter((child) => child.name === 'issue').map(readIssue);
  const nested = objective.children
    .filter((child) => child.name === 'objective')
    .map((child) => child.attributes['name'] ?? '');
  const faults = [
    ...nested.map((name) =>
      fault(
        'genius/unsupported',
        ['objective', name],
        `The objective '${name}' holds issues of its own: write them under the first one.`,
      ),
    ),
    ...read.flatMap((one) => (one.ok ? [] : one.faults)),
  ];
  if (faults.length > 0) return failure(faults);
  const issues = read.flatMap((one) => (one.ok ? [one.value] : []));
  const domain = { name: objective.attributes['name'] ?? '', issues: issues.map(({ issue }) => issue) };
  if (!issues.some(({ evaluation }) => evaluation)) return success({ domain });
  const given = objective.children.filter((child) => child.name === 'weight');
  const weights = issues.map(({ issue, index }) => {
    const weight = given.find((one) => one.attributes['index'] === index);
    return [issue.name, Number(weight?.attributes['value'] ?? 0)] as const;
  });
  const reservation = space.children.find((child) => child.name === 'reservation')?.attributes['value'];
  const profile: AdditiveProfile = {
    name: objective.attributes['description'] ?? '',
    weights: Object.fromEntries(weights),
    evaluations: Object.fromEntries(
      issues.flatMap(({ issue, evaluation }) => (evaluation ? [[issue.name, evaluation] as const] : [])),
    ),
    ...(reservation !== undefined && { reservation: Number(reservation) }),
  };
  return success({ domain, profile });
}

interface ReadIssue {
  readonly index: string | undefined;
  readonly issue: Issue;
  readonly evaluation: Evaluation | undefined;
}

function readIssue({ attributes, children }: Element): Result<ReadIssue> {
  const { name = '', index } = attributes;
  const kind = attributes['type'] ?? attributes['etype'] ?? attributes['vtype'];
  const refuse = (why: string) =>
    failure([fault('genius/unsupported', ['issue', name], `The issue '${name}' ${why}.`, { name })]);
  if (kind === 'discrete') {
    const items = children.filter((child) => child.name === 'item');
    const values = items.map((item) => item.attributes['value'] ?? '');
    const written = items.some((item) => item.attributes['evaluation'] !== undefined);
    const worth = items.map((item) => Number(item.attributes['evaluation'] ?? 0));
    if (worth.some((n) => !Number.isFinite(n) || n < 0)) return refuse('has an evaluation that is no figure from 0 on');
    const best = Math.max(0, ...worth);
    const scaled = worth.map((n) => (best > 1 ? n / best : n));
    const evaluation = written
      ? ({ kind: 'discrete', worth: Object.fromEntries(values.map((value, i) => [value, scaled[i] ?? 0])) } as const)
      : undefined;
    return success({ index, issue: { name, kind, values }, evaluation });
  }
  if (kind !== 'integer')
    return refuse(`is of the kind '${kind ?? 'none'}', and only discrete and integer ones are read`);
  const range = children.find((child) => child.name === 'range')?.attributes ?? attributes;
  const [least, most] = [Number(range['lowerbound']), Number(range['upperbound'])];
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || least > most)
    return refuse('has no bounds that are whole numbers in order');
  const line = children.find((child) => child.name === 'evaluator')?.attributes;
  if (line && line['ftype'] !== 'linear')
    return refuse(`is evaluated by '${line['ftype'] ?? 'nothing'}', and only a linear evaluator is read`);
  const at = (n: number) => Number(line?.['offset'] ?? 0) + Number(line?.['slope'] ?? 0) * n;
  const evaluation = line && ({ kind: 'integer', atLeast: at(least), atMost: at(most) } as const);
  return success({ index, issue: { name, kind, least, most }, evaluation });
}
