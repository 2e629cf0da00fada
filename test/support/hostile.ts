import { checkScenario, toJson, type Scenario } from 'sticking-points';
import { gaza2024 } from 'sticking-points/scenarios';

/** Texts that something would obey, were they not made inert. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>globalThis.obeyed = 1</script>',
  handler: '"><img src=x onerror="globalThis.obeyed = 1">',
  svg: "'/><svg onload=globalThis.obeyed=1><style>*{display:none}</style>",
  closing:
    '</style></title></main></table><base href="http://example.invalid/"><meta http-equiv=refresh content="0;url=http://example.invalid">',
  entity: '&lt;script&gt;&#60;b&#62; &amp;',
  comment: '--><!-- <![CDATA[ ]]>',
  template: '${globalThis.obeyed = 1} {{constructor.constructor("globalThis.obeyed=1")()}}',
  link: '[click](javascript:globalThis.obeyed=1) ![x](http://example.invalid/x.png) <http://example.invalid> http://example.invalid www.example.invalid a@example.invalid',
  heading: '# heading\n\n---\n\n```mermaid\ngraph TD\n```\n\n| a | b |',
  list: '- [x] item',
  mermaid: 'x"] --> y; click y "http://example.invalid"; %%{init: {"securityLevel":"loose"}}%% end\nnote: z',
  formula: '=HYPERLINK("http://example.invalid";"x")',
  plus: "+1+cmd|' /C calc'!A0",
  minus: '-2+3',
  at: '@SUM(1+1)',
  wide: '＝1+1',
  tab: '\t=1+1',
  terminal: '\u001b[2J\u001b]8;;http://example.invalid\u0007x\u001b]8;;\u0007',
  eight: '\u009b2J',
  bidi: '\u202egnp.exe\u2066\u202d',
  nul: 'a\u0000b',
};

/** Keys whose text is for readers, so that it may be anything. */
const PROSE = ['title', 'label', 'note', 'because', 'words', 'text', 'outlet', 'details', 'by', 'unit', 'verb'];

/** The shipped scenario, or another, with every text for readers replaced by one that is hostile. */
export function hostileScenario(text: (number: number) => string, scenario: Scenario = gaza2024()): Scenario {
  let number = 0;
  const spoilt = (value: unknown, key = '', cited = false): unknown => {
    if (Array.isArray(value))
      return value.map((one) =>
        typeof one === 'string' && ['aliases', 'roles'].includes(key) ? text(number++) : spoilt(one),
      );
    if (typeof value === 'object' && value !== null) {
      const options = key === 'options';
      const cites = Object.hasOwn(value, 'attribution');
      return Object.fromEntries(
        Object.entries(value).map(([k, v]) => [k, options ? `${text(number++)} ${number}` : spoilt(v, k, cites)]),
      );
    }
    // The unit of a length is no text, nor is a day.
    if (typeof value === 'string' && /^(days|weeks|months|\d{4}-\d\d(-\d\d)?)$/.test(value)) return value;
    // A voice in a citation is text; elsewhere it is a party's id.
    if (typeof value === 'string' && PROSE.includes(key) && (key !== 'by' || cited))
      return key === 'unit' ? text(number++) : `${text(number++)} ${number}`;
    return value;
  };
  const draft = JSON.parse(toJson(scenario)) as Record<string, unknown>;
  const result = checkScenario(spoilt(draft));
  if (!result.ok)
    throw new Error(
      result.faults
        .map((f) => f.message)
        .slice(0, 3)
        .join('\n'),
    );
  return result.value;
}
