import { expect, test } from 'vitest';
import type { SourceState } from '../../src/core/source.ts';
import { isDue, plan } from '../../src/scan/plan.ts';
import { aSource } from './scanning.ts';

const noon = Date.parse('2026-11-20T12:00:00Z');
const source = aSource();

const aState = (differs: Partial<SourceState>): SourceState => ({
  id: 'wall',
  url: 'https://example.org/feed.xml',
  health: 'fresh',
  checkedAt: '2026-11-20T11:00:00Z',
  failures: 0,
  entries: 1,
  seeded: true,
  ...differs,
});

test.each([
  ['never looked at', undefined, true],
  ['looked at an hour ago', aState({}), true],
  ['looked at ten minutes ago', aState({ checkedAt: '2026-11-20T11:50:00Z' }), false],
  [
    'looked at by the cron job before, seconds late',
    aState({ checkedAt: '2026-11-20T11:30:20Z' }),
    true,
  ],
  ['told to wait', aState({ nextAt: '2026-11-20T12:01:00Z' }), false],
  ['told to wait, and did', aState({ nextAt: '2026-11-20T11:59:00Z' }), true],
  [
    'with a new address',
    aState({ url: 'https://old.example.org/', nextAt: '2026-11-21T00:00:00Z' }),
    true,
  ],
  [
    'looked at in the future, since the clock was set back',
    aState({ checkedAt: '2026-11-21T00:00:00Z' }),
    true,
  ],
])('a source %s', (_, state, expected) => {
  expect(isDue(source, state, noon)).toBe(expected);
});

const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);

test('a paused source is looked at only when it is named', () => {
  const sources = [aSource({ id: 'on' }), aSource({ id: 'off', enabled: false })];
  expect(ids(plan(sources, new Map(), {}, noon))).toEqual(['on']);
  expect(ids(plan(sources, new Map(), { force: true }, noon))).toEqual(['on']);
  expect(ids(plan(sources, new Map(), { only: ['off'] }, noon))).toEqual(['off']);
});

test('the hosts take turns, so that a busy one holds up nobody', () => {
  const at = (id: string, host: string) => aSource({ id, url: `https://${host}/${id}` });
  const sources = [at('a1', 'a'), at('a2', 'a'), at('a3', 'a'), at('b1', 'b'), at('c1', 'c')];
  expect(ids(plan(sources, new Map(), {}, noon))).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});
