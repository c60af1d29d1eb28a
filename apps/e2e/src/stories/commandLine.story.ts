/** `keyway login` against the real pages: allowed, refused, in nobody's time, two at once. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { commandLine } from '../product/keyway.ts';
import { runningProduct } from '../product/running.ts';
import { expect, story } from '../person/story.ts';

/** A browser of its own: it leads to another origin, which is the command's. */
async function signedIn(browser: Browser, page: Page): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: runningProduct().url, storageState });
  return context.newPage();
}

const allow = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByText('You can close this page')).toBeVisible();
};

/** What the api says to whoever has this token. */
const statusOf = async (token: string): Promise<number> => {
  const response = await fetch(`${runningProduct().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { id } }' }),
  });
  return response.status;
};

story('a person signs in to the command line, and out again', async ({ person, browser }) => {
  const keyway = commandLine();
  const page = await signedIn(browser, await person('omar'));
  const tokenOf = (profile: string): string => {
    const file = join(keyway.settings, 'profiles', `${profile}.json`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    return (JSON.parse(readFileSync(file, 'utf8')) as { token: string }).token;
  };
  try {
    const login = await keyway.login('--scopes', 'read,runs:write,approve');
    await allow(page, login.address);
    const { code, stdout, stderr } = await login.end;
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain('Omar Operator');
    // An operator has no right to approve, so the page could not offer it.
    expect(stderr).toContain('Not given: approve.');
    const whoami = await keyway.run('whoami', '--json');
    expect(JSON.parse(whoami.stdout)).toMatchObject({
      ...{ name: 'Omar Operator', role: 'OPERATOR', scopes: ['read', 'runs:write'] },
    });
    const first = tokenOf('default');
    expect(stdout + stderr).not.toContain(first);

    const again = await keyway.login();
    await allow(page, again.address);
    expect((await again.end).code).toBe(0);
    const second = tokenOf('default');
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);

    expect((await keyway.run('logout')).stderr).toContain('Its token is revoked.');
    expect(await statusOf(second)).toBe(401);
    expect((await keyway.run('whoami')).code).toBe(3);
    expect(readdirSync(join(keyway.settings, 'profiles'))).toEqual([]);
  } finally {
    await page.context().close();
    keyway.remove();
  }
});

story(
  'a person refuses the command line, and nobody answers another',
  async ({ person, browser }) => {
    const keyway = commandLine();
    const page = await signedIn(browser, await person('omar'));
    try {
      const refused = await keyway.login();
      await page.goto(refused.address);
      await page.getByRole('button', { name: 'Don’t allow' }).click();
      await expect(page.getByText('You can close this page')).toBeVisible();
      const { code, stderr } = await refused.end;
      expect(code).toBe(1);
      expect(stderr).toContain('You did not allow it.');

      const late = await keyway.login('--timeout', '1s');
      expect(await late.end).toMatchObject({ code: 1 });
      expect((await late.end).stderr).toContain('Nobody signed in in time.');
      // What comes too late brings nobody a token.
      await page.goto(late.address);
      await page.getByRole('button', { name: 'Allow', exact: true }).click();
      await page.waitForURL(/^chrome-error:/);
      expect((await keyway.run('profiles', 'list', '--json')).stdout).toBe('[]\n');
    } finally {
      await page.context().close();
      keyway.remove();
    }
  },
);

story('two people sign in at the same time, each to a profile', async ({ person, browser }) => {
  const keyway = commandLine();
  const pages = [
    await signedIn(browser, await person('omar')),
    await signedIn(browser, await person('ana')),
  ] as const;
  try {
    const [omar, ana] = await Promise.all([
      keyway.login('--profile', 'omar'),
      keyway.login('--profile', 'ana', '--scopes', 'read,approve'),
    ]);
    // The one that began first is answered last.
    await pages[1].goto(ana.address);
    await pages[1].getByRole('checkbox', { name: 'Decide approvals in your name' }).check();
    await pages[1].getByRole('button', { name: 'Allow', exact: true }).click();
    expect((await ana.end).code).toBe(0);
    await allow(pages[0], omar.address);
    expect((await omar.end).code).toBe(0);
    const who = async (profile: string): Promise<unknown> =>
      JSON.parse((await keyway.run('whoami', '--json', '--profile', profile)).stdout);
    expect(await who('omar')).toMatchObject({ name: 'Omar Operator' });
    expect(await who('ana')).toMatchObject({
      ...{ name: 'Ana Approver', scopes: ['read', 'approve'] },
    });
  } finally {
    for (const page of pages) await page.context().close();
    keyway.remove();
  }
});
