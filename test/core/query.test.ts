import { describe, expect, it } from 'vitest';
import { matches } from '../../src/core/query.ts';
import { parseQuery, showProblem } from '../../src/core/query-parse.ts';
import { aRow } from '../making.ts';

const now = Date.parse('2026-11-20T14:05:00Z');
const me = 'ana';

const selects = (typed: string, row = aRow({}), text = 'Waited two hours, rude front desk') => {
  const parsed = parseQuery(typed, now);
  if (!parsed.ok) throw new Error(showProblem(typed, parsed.problem));
  return matches(parsed.query, row, { now, me }, () => text);
};

describe('a query', () => {
  it.each([
    ['', true],
    ['waited', true],
    ['WAITED hours', true],
    ['"two hours"', true],
    ['"hours two"', false],
    ['waited OR lovely', true],
    ['waited AND lovely', false],
    ['NOT lovely', true],
    ['-lovely waited', true],
    ['-"two hours"', false],
    ['-author:"jörg b"', true],
    ['-(lovely OR kind) rude', true],
    ['front-desk', false],
    ['constructor', false],
    ['toString OR __proto__', false],
    ['(lovely OR rude) NOT (kind OR warm)', true],
    ['flag:negative', true],
    ['flag:urgent', false],
    ['is:flagged is:open', true],
    ['bucket:inbox', true],
    ['source:wall', true],
    ['author:JÖRG', true],
    ['since:7d', true],
    ['before:7d', false],
    ['since:2026-11-21', false],
  ])('%j selects: %s', (typed, expected) => {
    expect(selects(typed)).toBe(expected);
  });

  it.each([
    ['flag:negatve', 5, 'did you mean negative?'],
    ['flg:negative', 0, 'did you mean flag?'],
    ['(rude', 5, 'A ")" is missing'],
    ['rude)', 4, 'Unexpected ")"'],
    ['rude OR', 7, 'stops short'],
    ['"two hours', 10, 'not closed'],
    ['since:soon', 6, 'no moment'],
    ['flag:', 5, 'A value was expected'],
    ['x:y', 0, 'Unknown field "x". Known'],
    ['('.repeat(20_000), 101, 'Brackets go 100 deep at most'],
    ['NOT '.repeat(20_000), 404, 'Brackets go 100 deep at most'],
  ])('%j is refused at %i: %s', (typed, position, message) => {
    const parsed = parseQuery(typed, now);
    expect(parsed).toMatchObject({ ok: false, problem: { position } });
    expect(parsed.ok ? '' : parsed.problem.message).toContain(message);
  });
});
