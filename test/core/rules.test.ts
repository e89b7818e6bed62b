import { array, assert, boolean, constantFrom, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../src/core/query.ts';
import { readRules, ruleActions, rulingOn } from '../../src/core/rules.ts';
import type { Rule } from '../../src/core/rules.ts';
import { flagKinds } from '../../src/core/verdict.ts';
import { aRow } from '../making.ts';

const now = Date.parse('2026-11-20T14:05:00Z');
const text = () => 'Waited two hours for a flu shot.';

const ruled = (rules: readonly Rule[], row = aRow()) =>
  rulingOn(readRules(rules, now), row, now, text);

const aRule = record({
  when: constantFrom(
    ...['flag:urgent', 'flag:spam', 'NOT flag:legal', 'waited', 'billing', 'source:wall'],
    ...['since:7d flag:negative', 'topic:waiting OR flag:question', 'sentiment:positive'],
  ),
  do: constantFrom(...ruleActions),
});
const rules = array(aRule, { maxLength: 8 });
const rows = record({ flags: subarray([...flagKinds]), isWall: boolean() }).map(
  ({ flags, isWall }) => aRow({ flags, source: isWall ? 'wall' : 'town' }),
);

describe('rules', () => {
  it('are read in order: the first that matches ends it, but a flag goes on and is seen', () => {
    const all: readonly Rule[] = [
      { when: 'billing', do: 'drop' },
      { when: '"two hours"', do: 'flag:legal' },
      { when: 'flag:legal', do: 'refer' },
      { when: 'waited', do: 'ignore' },
    ];
    expect(ruled(all)).toMatchObject({ outcome: 'refer', flags: ['legal'], matched: [1, 2] });
    expect(ruled([{ when: 'waited', do: 'keep' }, ...all])).toMatchObject({
      outcome: 'keep',
      flags: [],
      matched: [0],
    });
  });

  it('say nothing where none matches', () => {
    expect(ruled([{ when: 'billing', do: 'drop' }])).toEqual({ flags: [], matched: [] });
  });

  it('date "since" from the moment they are read', () => {
    const recent = [{ when: 'since:2d', do: 'ignore' }] as const;
    const later = now + 3 * 86_400_000;
    expect(ruled(recent).outcome).toBe('ignore');
    expect(rulingOn(readRules(recent, later), aRow(), later, text).outcome).toBeUndefined();
  });

  it('that come after the one that ended it change nothing', () => {
    assert(
      property(rules, rules, rows, (first, more, row) => {
        const before = ruled(first, row);
        if (before.outcome === undefined) return;
        expect(ruled([...first, ...more], row)).toEqual(before);
      }),
    );
  });

  it('only ever add flags, and none twice', () => {
    assert(
      property(rules, rows, (all, row) => {
        const { flags } = ruled(all, row);
        expect(flags.some(flag => row.flags.includes(flag))).toBe(false);
        expect(new Set(flags).size).toBe(flags.length);
      }),
    );
  });

  it('end with the action of the last that matched, and no other that matched ends anything', () => {
    assert(
      property(rules, rows, (all, row) => {
        const { outcome, by, matched } = ruled(all, row);
        const actions = matched.map(place => all[place]?.do);
        expect(by).toBe(outcome === undefined ? undefined : all[matched.at(-1) ?? -1]);
        expect(by?.do).toBe(outcome);
        const passed = outcome === undefined ? actions : actions.slice(0, -1);
        expect(passed.every(action => action?.startsWith('flag:'))).toBe(true);
      }),
    );
  });

  it('without flags in them are a plain list of queries', () => {
    assert(
      property(rules, rows, (all, row) => {
        const plain = all.filter(rule => !rule.do.startsWith('flag:'));
        const first = readRules(plain, now).find(({ query }) =>
          matches(query, row, { now, me: '' }, text),
        );
        expect(ruled(plain, row).by).toBe(first?.rule);
      }),
    );
  });
});
