import { expect, test } from 'vitest';
import {
  balanceOf,
  capacityOf,
  minutesPerReply,
  usualMinutesPerReply,
} from '../../src/core/capacity.ts';
import { mentionId } from '../../src/core/mention.ts';
import type { ReplyStep } from '../../src/core/reply-step.ts';
import type { Act } from '../../src/core/triage.ts';

const now = Date.parse('2026-11-20T15:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const screened = { outcome: 'pass' as const, rules: [], policy: 'p' };

const step = (minutes: number, mention: string, done: ReplyStep): Act => ({
  id: `${mention}-${minutes}`,
  at: new Date(now + minutes * minute).toISOString(),
  by: 'ana',
  kind: 'reply',
  mentions: [mentionId(mention)],
  step: done,
});

/** A reply that took so many minutes from opening to posting. */
const replyOf = (mention: string, start: number, took: number): readonly Act[] => [
  {
    id: mention,
    at: new Date(now + start * minute).toISOString(),
    by: 'ana',
    kind: 'reopen',
    mentions: [],
  },
  step(start + took - 1, mention, { step: 'draft', text: 'x', screened }),
  step(start + took, mention, { step: 'post', draft: 'd', url: 'https://example.org' }),
];

test('a pace is learned from what a person took, by the median', () => {
  const acts = [...replyOf('a', 0, 4), ...replyOf('b', 60, 6), ...replyOf('c', 120, 30)];
  expect(minutesPerReply(acts, 'ana')).toBe(6);
});

test('a long pause is not work', () => {
  const acts = [...replyOf('a', 0, 4), ...replyOf('b', 60, 6), ...replyOf('c', 120, 300)];
  expect(minutesPerReply(acts, 'ana')).toBe(4);
});

test('too few replies say nothing of a pace', () => {
  expect(minutesPerReply(replyOf('a', 0, 4), 'ana')).toBe(usualMinutesPerReply);
  expect(minutesPerReply(replyOf('a', 0, 4), 'ben')).toBe(usualMinutesPerReply);
});

const waiting = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ author: `p${at}`, received: now - day }));

test('a debt within the budget leaves room', () => {
  const capacity = capacityOf(waiting(5), [], { minutesPerWeek: 120 }, 10, now);
  expect(capacity).toMatchObject({ debt: 50, waiting: 5, oldestMs: day, state: { kind: 'room' } });
});

test('a warning comes before the debt is more than the week has left', () => {
  const answered = [{ at: now - day }, { at: now - 2 * day }];
  const capacity = capacityOf(waiting(8), answered, { minutesPerWeek: 120 }, 10, now);
  expect(capacity).toMatchObject({ spent: 20, debt: 80, state: { kind: 'tight' } });
});

test('over the budget, the suggestion says how many still fit', () => {
  const { state } = capacityOf(waiting(20), [], { minutesPerWeek: 120 }, 10, now);
  expect(state).toMatchObject({ kind: 'over', suggestion: expect.stringContaining('12 more') });
});

test('who writes again while waiting is counted, and so is what went unanswered', () => {
  const twice = [...waiting(2), { author: 'p0', received: now - 2 * day }];
  const answered = [{ at: now - 20 * day }];
  const capacity = capacityOf(twice, answered, { minutesPerWeek: 120 }, 10, now);
  expect(capacity).toMatchObject({ asksAgain: 1, unansweredShare: 0.75, oldestMs: 2 * day });
});

test('nothing waits, nothing is owed', () => {
  const capacity = capacityOf([], [], { minutesPerWeek: 120 }, 10, now);
  expect(capacity).toMatchObject({ debt: 0, oldestMs: 0, unansweredShare: 0 });
});

test('too much promotion among the last thirty replies is said', () => {
  const old = Array.from({ length: 40 }, () => 'promotional' as const);
  const recent = Array.from({ length: 30 }, () => 'informative' as const);
  expect(balanceOf([...old, ...recent]).hint).toBeUndefined();
  expect(balanceOf([...recent, ...old.slice(0, 10)]).hint).toContain('10 of the last 30');
});
