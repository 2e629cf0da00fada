// @vitest-environment happy-dom
import { useMachine } from '@xstate/react';
import type { Document } from 'happy-dom';
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { createTalksMachine } from 'sticking-points';
import { expect, it } from 'vitest';
import { fishery } from '../support/fishery.js';

const machine = createTalksMachine(fishery);

/** The talks on the page: where they stand, which offer lies on the table, and a button for each offer that can be tabled. */
function Talks() {
  const [snapshot, send] = useMachine(machine);
  const table = (offer: string) => () => {
    send({ type: 'offer.tabled', offer });
  };
  const buttons = Object.keys(fishery.offers).map((offer) =>
    createElement('button', { key: offer, id: offer, onClick: table(offer) }, offer),
  );
  const where = snapshot.hasTag('blocked') ? 'blocked' : JSON.stringify(snapshot.value);
  return createElement(
    'main',
    null,
    createElement('p', null, `${snapshot.context.offer ?? 'nothing'}: ${where}`),
    buttons,
  );
}

it('useMachine renders talks on a server', () => {
  const html = renderToString(createElement(Talks));
  expect(html).toContain('<p>nothing: {&quot;talks&quot;:&quot;open&quot;}</p>');
  expect(html).toContain('<button id="low">low</button>');
});

it('and on a page, where they go on as somebody acts', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // This environment's own page: the sources are not compiled for one.
  const { document } = globalThis as unknown as { readonly document: Document };
  const page = document.createElement('div');
  document.body.appendChild(page);
  const root = createRoot(page);
  act(() => {
    root.render(createElement(Talks));
  });
  const said = () => page.querySelector('p')?.textContent;
  const click = (offer: string) => {
    act(() => {
      [...page.querySelectorAll('button')].find((button) => button.id === offer)?.click();
    });
  };
  expect(said()).toBe('nothing: {"talks":"open"}');
  click('low');
  expect(said()).toBe('low: blocked');
  click('middle');
  expect(said()).toBe('middle: {"talks":"agreedInPrinciple"}');
  click('lastYear'); // refused: carried out long ago
  expect(said()).toBe('middle: {"talks":"agreedInPrinciple"}');
  act(() => {
    root.unmount();
  });
});
