// @vitest-environment jsdom
import '../testing/browser.ts';
import { act, cleanup, render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { afterEach, describe, expect, it } from 'vitest';
import { setLiveConnection } from '../apollo/liveConnection.ts';
import { withTexts } from '../intl/texts.ts';
import { englishTexts } from '../testing/allTexts.ts';
import { Part, lazyPart } from './lazyPart.tsx';
import type { LazyPart } from './lazyPart.tsx';

afterEach(cleanup);

/** A part whose code arrives, or fails to arrive, when the test says so. */
function aPart() {
  let requests = 0;
  let arrive: (name: string) => void = () => undefined;
  let fail: () => void = () => undefined;
  const part = lazyPart(
    () =>
      new Promise<(props: { name: string }) => string>((resolve, reject) => {
        requests += 1;
        arrive = (greeting) => resolve(({ name }) => `${greeting} ${name}`);
        fail = () => reject(new TypeError('Failed to fetch'));
      }),
  );
  return {
    part,
    requests: () => requests,
    arrive: (greeting: string) => act(async () => arrive(greeting)),
    fail: () => act(async () => fail()),
  };
}

function shown(part: LazyPart<{ name: string }>) {
  const ui = (isWanted: boolean) => (
    <IntlProvider locale="en" messages={englishTexts}>
      <Part part={part} isWanted={isWanted} props={{ name: 'Ana' }}>
        waiting
      </Part>
    </IntlProvider>
  );
  const { rerender, container } = render(ui(false));
  return { want: (isWanted: boolean) => rerender(ui(isWanted)), text: () => container.textContent };
}

describe('a part that is loaded at its first use', () => {
  it('loads once, shows that it is loading, and stays when it is no longer wanted', async () => {
    const { part, requests, arrive } = aPart();
    const { want, text } = shown(part);
    expect(requests()).toBe(0);
    want(true);
    expect(text()).toBe('waiting');
    await arrive('Hello');
    expect(text()).toBe('Hello Ana');
    want(false);
    expect(text()).toBe('Hello Ana');
    want(true);
    expect(requests()).toBe(1);
  });

  it('is there at once where it was preloaded', async () => {
    const { part, requests, arrive } = aPart();
    part.preload();
    await arrive('Hello');
    const { want, text } = shown(part);
    expect(text()).toBe('');
    want(true);
    expect(text()).toBe('Hello Ana');
    expect(requests()).toBe(1);
  });

  it('says that it could not be loaded, offers to reload, and tries again when used again', async () => {
    const { part, requests, arrive, fail } = aPart();
    const { want, text } = shown(part);
    want(true);
    await fail();
    expect(screen.getByRole('alert').textContent).toContain('Couldn’t load this part');
    expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined();
    want(false);
    expect(text()).toBe('');
    want(true);
    await arrive('Hello');
    expect(text()).toBe('Hello Ana');
    expect(requests()).toBe(2);
  });

  it('comes when the server can be reached again, also where nobody asks again', async () => {
    const { part, requests, arrive, fail } = aPart();
    const { want, text } = shown(part);
    want(true);
    await fail();
    act(() => {
      setLiveConnection('reconnecting');
      setLiveConnection('live');
    });
    expect(text()).toBe('waiting');
    await fail();
    expect(screen.getByRole('alert').textContent).toContain('Couldn’t load this part');
    act(() => {
      setLiveConnection('reconnecting');
      setLiveConnection('live');
    });
    await arrive('Hello');
    expect(text()).toBe('Hello Ana');
    expect(requests()).toBe(3);
  });

  it('comes where its first request fails only after the connection has returned', async () => {
    const { part, requests, arrive, fail } = aPart();
    const { want, text } = shown(part);
    want(true);
    act(() => {
      setLiveConnection('reconnecting');
      setLiveConnection('live');
    });
    await fail();
    expect(text()).toBe('waiting');
    expect(requests()).toBe(2);
    await fail();
    // Not without end: the connection has not returned again.
    expect(screen.getByRole('alert').textContent).toContain('Couldn’t load this part');
    want(false);
    want(true);
    await arrive('Hello');
    expect(text()).toBe('Hello Ana');
  });

  it('comes with its texts, which are asked for again when the server can be reached', async () => {
    let isReachable = false;
    const load = () =>
      isReachable ? Promise.resolve({}) : Promise.reject(new TypeError('Failed to fetch'));
    const group = { files: { en: [load], es: [load] } };
    const part = lazyPart(() =>
      withTexts(
        Promise.resolve(({ name }: { name: string }) => `Hello ${name}`),
        [group],
      ),
    );
    const { want, text } = shown(part);
    want(true);
    expect((await screen.findByRole('alert')).textContent).toContain('Couldn’t load this part');
    isReachable = true;
    act(() => {
      setLiveConnection('reconnecting');
      setLiveConnection('live');
    });
    expect(await screen.findByText('Hello Ana')).toBeDefined();
    expect(text()).toBe('Hello Ana');
  });

  it('keeps a failed preload to itself', async () => {
    const { part, fail } = aPart();
    const { text } = shown(part);
    part.preload();
    await fail();
    expect(text()).toBe('');
  });
});
