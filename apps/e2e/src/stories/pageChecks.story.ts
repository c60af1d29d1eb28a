/** What the other stories find on a page: each finds its flaw, and nothing on a page without it. */
import { expect, test } from '@playwright/test';
import { cutTexts } from '../person/cutTexts.ts';
import { readFocus, unreachable } from '../person/focus.ts';
import { markDrawn, unseenInForcedColors } from '../person/forcedColors.ts';
import { Keyboard } from '../person/Keyboard.ts';
import { motions } from '../person/motion.ts';
import { smallTargets } from '../person/targets.ts';
import { sideways, stayingShare } from '../person/zoom.ts';

const LONG = 'Hospitals and Clinics of the Northern and Western Counties';
const CUT = 'style="width: 80px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis"';
const CLAMP = '-webkit-line-clamp: 1; display: -webkit-box; -webkit-box-orient: vertical';

test('texts that are cut off', async ({ page }) => {
  const cut = [
    `<p ${CUT}>${LONG}</p>`,
    `<p ${CUT} title="${LONG}">${LONG}</p>`,
    `<p style="width: 80px; overflow: hidden; ${CLAMP}">${LONG}</p>`,
    `<div style="width: 80px; overflow: hidden"><b style="white-space: nowrap">${LONG}</b></div>`,
    `<p style="white-space: nowrap; width: 4000px">${LONG.repeat(9)}</p>`,
    `<input placeholder="${LONG}" style="width: 80px">`,
    `<svg><text y="20">Hospitals and…</text></svg>`,
  ];
  for (const html of cut) {
    await page.setContent(html);
    expect(await cutTexts(page), html).toHaveLength(1);
  }
  const whole = [
    `<p>${LONG}</p>`,
    `<a href="#" title="${LONG}"><span ${CUT}>${LONG}</span></a>`,
    `<div style="width: 80px; overflow: auto"><b style="white-space: nowrap">${LONG}</b></div>`,
    `<p style="position: absolute; width: 1px; height: 1px; overflow: hidden">${LONG}</p>`,
    `<svg><text y="20">Hospitals and…<title>${LONG}</title></text></svg>`,
  ];
  for (const html of whole) {
    await page.setContent(html);
    expect(await cutTexts(page), html).toEqual([]);
  }
});

test('targets that are too small', async ({ page }) => {
  const button = (size: number) =>
    `<button style="width: ${size}px; height: ${size}px; padding: 0; border: 0">x</button>`;
  const row = (size: number, gap: number) =>
    `<div style="display: flex; gap: ${gap}px; margin: 40px">${button(size)}${button(size)}</div>`;
  await page.setContent(row(16, 2));
  expect(await smallTargets(page)).toHaveLength(2);
  for (const [size, gap] of [
    [16, 9],
    [24, 0],
  ] as const) {
    await page.setContent(row(size, gap));
    expect(await smallTargets(page), `${size} and ${gap} pixels`).toEqual([]);
  }
  const link = '<a href="#" style="font-size: 12px">terms</a>';
  await page.setContent(`<p>Read the ${link} and the ${link} first.</p>`);
  expect(await smallTargets(page)).toEqual([]);
});

test('a focus that nobody sees', async ({ page }) => {
  const problemsOf = async (html: string) => {
    await page.setContent(html);
    await page.keyboard.press('Tab');
    return (await readFocus(page)).problems;
  };
  const bar = '<div style="position: fixed; inset: 0 0 auto; height: 80px; background: red"></div>';
  expect(await problemsOf('<button>Save</button>')).toEqual([]);
  expect(await problemsOf('<button style="outline: none">Save</button>')).toEqual([
    'no visible focus',
  ]);
  expect(await problemsOf('<button style="outline: 2px solid #eee">Save</button>')).toEqual([
    'no visible focus',
  ]);
  expect(await problemsOf(`<button>Save</button>${bar}`)).toEqual(['covered']);
  expect(await problemsOf('<button style="position: fixed; left: -900px">Save</button>')).toEqual([
    'out of sight',
  ]);
  expect(await problemsOf('<p>Nothing to press</p>')).toEqual(['lost']);
  await page.setContent(`<button>Save</button>${bar}`);
  expect(await unreachable(page)).toEqual(['button "Save": covered']);
});

test('a control that Tab does not lead to', async ({ page }) => {
  const save = page.getByRole('button', { name: 'Save' });
  await page.setContent(
    '<a href="#main">Skip to content</a><button>Help</button><button>Save</button>',
  );
  const keyboard = new Keyboard(page);
  await keyboard.press(save);
  expect(keyboard.tabs).toBe(3);
  await page.setContent('<button>Help</button><button tabindex="-1">Save</button>');
  const lost = new Keyboard(page, { timeout: 1 });
  await expect(lost.tabTo(save)).rejects.toThrow('is not reached by Tab');
});

test('motion', async ({ page }) => {
  const turn = '<style>@keyframes turn { to { rotate: 1turn } }</style>';
  for (const [animation, count] of [
    ['turn 1s infinite', 1],
    ['turn 60s', 1],
    ['turn 0.01s', 0],
  ] as const) {
    await page.setContent(`${turn}<p style="animation: ${animation}">Loading</p>`);
    expect(await motions(page), animation).toHaveLength(count);
  }
});

test('what forced colors hide', async ({ page }) => {
  const found = async (html: string) => {
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setContent(`<main>${html}</main>`);
    await markDrawn(page);
    await page.emulateMedia({ forcedColors: 'active' });
    return unseenInForcedColors(page);
  };
  const box = 'width: 80px; height: 10px; background: blue';
  const shape = (fill: string) =>
    `<svg width="9" height="9"><rect width="9" height="9" fill="${fill}"/></svg>`;
  const tabs = (style: string) =>
    `<ul><li><a href="#a" aria-current="page" style="${style}">One</a><li><a href="#b" style="text-decoration: none">Two</a></ul>`;
  expect(await found(`<div style="${box}"></div>`)).toHaveLength(1);
  expect(await found(`<div style="${box}; border: 1px solid"></div>`)).toEqual([]);
  expect(await found(shape('#292929'))).not.toEqual([]);
  expect(await found(shape('currentColor'))).toEqual([]);
  expect(await found(tabs('text-decoration: none; background: #eee'))).toContain(
    'aria-current is not seen at a "One"',
  );
  expect(await found(tabs('text-decoration: underline'))).toEqual([]);
});

test('what magnification hides', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const bar = (height: number) =>
    `<div style="position: sticky; top: 0; height: ${height}px; background: red"></div>`;
  const long = '<div style="height: 2000px">Text</div>';
  await page.setContent(`<body style="margin: 0">${bar(160)}${long}`);
  expect(await stayingShare(page)).toBeGreaterThan(0.5);
  await page.setContent(`<body style="margin: 0">${bar(40)}${long}`);
  expect(await stayingShare(page)).toBeLessThan(0.2);
  expect(await sideways(page)).toBe(0);
  await page.setContent('<div style="width: 400px">Wide</div>');
  expect(await sideways(page)).toBeGreaterThan(0);
});
