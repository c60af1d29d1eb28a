// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from './locale.ts';
import { chooseLocale, currentLocale, hasTexts, loadTexts, textsIn, withTexts } from './texts.ts';

/** Texts whose files arrive, or fail to arrive, when the test says so. */
function aGroup(name: string) {
  const requests: { locale: Locale; arrive: () => void; fail: () => void }[] = [];
  const load = (locale: Locale) => () =>
    new Promise<Record<string, string>>((resolve, reject) => {
      requests.push({
        locale,
        arrive: () => resolve({ [name]: `${name} in ${locale}` }),
        fail: () => reject(new TypeError('Failed to fetch')),
      });
    });
  const group = { files: { en: [load('en')], es: [load('es')] } };
  const shown = () => (textsIn(currentLocale()) as Record<string, unknown>)[name];
  return { group, requests, shown, asked: () => requests.map(({ locale }) => locale) };
}

/** Whether a promise is settled, after all that can happen without a file. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const end = () => void (settled = true);
  promise.then(end, end);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  return settled;
}

async function loadedGroup(name: string) {
  const one = aGroup(name);
  const loading = loadTexts([one.group]);
  one.requests.at(-1)?.arrive();
  await loading;
  return one;
}

beforeEach(async () => {
  // Groups of the tests before have both languages or can't load theirs: only their choice counts.
  if (currentLocale() !== 'en') await chooseLocale('en');
});

describe('a part with texts of its own', () => {
  it('is there once its texts are, which load in parallel, and in one language', async () => {
    const { group, requests, shown, asked } = aGroup('parallel');
    const part = withTexts(Promise.resolve('part'), [group]);
    expect(asked()).toEqual(['en']);
    expect(await isSettled(part)).toBe(false);
    requests[0]?.arrive();
    expect(await part).toBe('part');
    expect(shown()).toBe('parallel in en');
    expect(asked()).toEqual(['en']);
    await chooseLocaleWith('es', [{ group, requests }]);
  });

  it('cannot be loaded without them, and asks for them again', async () => {
    const { group, requests, asked } = aGroup('again');
    const first = withTexts(Promise.resolve('part'), [group]);
    requests[0]?.fail();
    await expect(first).rejects.toThrow('Failed to fetch');
    expect(hasTexts(group)).toBe(false);
    const second = withTexts(Promise.resolve('part'), [group]);
    requests[1]?.arrive();
    expect(await second).toBe('part');
    expect(asked()).toEqual(['en', 'en']);
    await chooseLocaleWith('es', [{ group, requests }]);
  });

  it('asks for them once', async () => {
    const { group, requests, asked } = await loadedGroup('once');
    await loadTexts([group]);
    expect(asked()).toEqual(['en']);
    await chooseLocaleWith('es', [{ group, requests }]);
  });
});

type Pending = Pick<ReturnType<typeof aGroup>, 'group' | 'requests'>;

/** Changes the language, and lets the files arrive. */
async function chooseLocaleWith(locale: Locale, groups: readonly Pending[]) {
  const choice = chooseLocale(locale);
  for (const { requests } of groups) requests.at(-1)?.arrive();
  return choice;
}

describe('a change of the language', () => {
  it('waits for all that is loaded, and then is there for all at once', async () => {
    const one = await loadedGroup('one');
    const two = await loadedGroup('two');
    const choice = chooseLocale('es');
    one.requests.at(-1)?.arrive();
    expect(await isSettled(choice)).toBe(false);
    expect([currentLocale(), one.shown(), two.shown()]).toEqual(['en', 'one in en', 'two in en']);
    two.requests.at(-1)?.arrive();
    expect(await choice).toBe(true);
    expect([currentLocale(), one.shown(), two.shown()]).toEqual(['es', 'one in es', 'two in es']);
  });

  it('does not happen where a file fails, and happens by the next choice', async () => {
    const one = await loadedGroup('failing');
    const choice = chooseLocale('es');
    one.requests.at(-1)?.fail();
    await expect(choice).rejects.toThrow('Failed to fetch');
    expect([currentLocale(), one.shown()]).toEqual(['en', 'failing in en']);
    expect(await chooseLocaleWith('es', [one])).toBe(true);
    expect(one.shown()).toBe('failing in es');
  });

  it('waits for a part that arrives in the former language meanwhile', async () => {
    const before = await loadedGroup('before');
    const late = aGroup('late');
    const choice = chooseLocale('es');
    const part = withTexts(Promise.resolve('part'), [late.group]);
    late.requests[0]?.arrive();
    await part;
    before.requests.at(-1)?.arrive();
    expect(await isSettled(choice)).toBe(false);
    expect(late.asked()).toEqual(['en', 'es']);
    late.requests[1]?.arrive();
    expect(await choice).toBe(true);
    expect([before.shown(), late.shown()]).toEqual(['before in es', 'late in es']);
  });

  it('reaches a part that is still loading, which is not there before', async () => {
    const slow = aGroup('slow');
    const part = withTexts(Promise.resolve('part'), [slow.group]);
    expect(await chooseLocale('es')).toBe(true);
    slow.requests[0]?.arrive();
    expect(await isSettled(part)).toBe(false);
    expect(slow.asked()).toEqual(['en', 'es']);
    slow.requests[1]?.arrive();
    expect(await part).toBe('part');
    expect(slow.shown()).toBe('slow in es');
  });

  it('does not happen after another choice, nor does its failure count', async () => {
    const one = await loadedGroup('turns');
    const first = chooseLocale('es');
    const second = chooseLocale('en');
    expect(await second).toBe(true);
    one.requests.at(-1)?.fail();
    expect(await first).toBe(false);
    expect(currentLocale()).toBe('en');
    expect(await chooseLocaleWith('es', [one])).toBe(true);
  });
});
