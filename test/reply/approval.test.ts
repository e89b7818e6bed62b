import { expect, test } from 'vitest';
import { mentionId } from '../../src/core/mention.ts';
import type { ReplyStep, Screened } from '../../src/core/reply-step.ts';
import type { Act } from '../../src/core/triage.ts';
import { mayApprove, mayLeave, replyStanding } from '../../src/reply/approval.ts';

const passes: Screened = { outcome: 'pass', rules: [], policy: 'p1' };
const blocks: Screened = { outcome: 'block', rules: ['confirms-patient'], policy: 'p1' };
const hour = 3_600_000;
const noon = Date.parse('2026-11-20T12:00:00Z');

let count = 0;
const does = (by: string, step: ReplyStep, at = noon): Act => ({
  id: `a${++count}`,
  at: new Date(at).toISOString(),
  by,
  kind: 'reply',
  mentions: [mentionId('m1')],
  step,
});
const writes = (by: string, text: string, screened = passes) =>
  does(by, { step: 'draft', text, screened });
const approves = (by: string, draft: Act) =>
  does(by, { step: 'approve', draft: draft.id, screened: passes, models: 'v1' });

const asks = (by: string, differs: Partial<Parameters<typeof mayApprove>[1]> = {}) => ({
  by,
  now: noon + 3 * hour,
  isNegative: true,
  screened: passes,
  ...differs,
});
const rules = { approvers: [], coolOffMs: 2 * hour };

test('a reply goes from draft to posted, and keeps who approved under which policy', () => {
  const draft = writes('ana', 'Thank you.');
  const post: ReplyStep = { step: 'post', draft: draft.id, url: 'https://example.org/1' };
  const acts = [
    draft,
    approves('ben', draft),
    does('ana', { step: 'copy', draft: draft.id }),
    does('ana', post),
  ];
  expect(acts.map((_, at) => replyStanding(acts.slice(0, at + 1)).state)).toEqual([
    'screened',
    'approved',
    'copied',
    'posted',
  ]);
  expect(replyStanding(acts)).toMatchObject({
    url: 'https://example.org/1',
    approval: { by: 'ben', policy: 'p1', models: 'v1' },
  });
});

test('an edit takes the approval away', () => {
  const first = writes('ana', 'One.');
  const acts = [first, approves('ben', first), writes('ana', 'Two.')];
  expect(replyStanding(acts).state).toBe('screened');
});

test('an approval of an older text has no effect', () => {
  const first = writes('ana', 'One.');
  expect(replyStanding([first, writes('ana', 'Two.'), approves('ben', first)]).state).toBe(
    'screened',
  );
});

test('what screening blocks is a draft and cannot be approved', () => {
  const standing = replyStanding([writes('ana', 'You came in on Monday.', blocks)]);
  expect(standing.state).toBe('draft');
  expect(mayApprove(standing, asks('ben', { screened: blocks }), rules)).toMatchObject({
    ok: false,
  });
});

test('a block is overridden with a written reason', () => {
  const standing = replyStanding([writes('ana', 'x', blocks)]);
  const asked = asks('ana', { screened: blocks, override: 'agreed in writing by the family' });
  expect(mayApprove(standing, asked, rules)).toMatchObject({ ok: true });
});

test('where approvers are named, it takes another person to override', () => {
  const standing = replyStanding([writes('ana', 'x', blocks)]);
  const named = { ...rules, approvers: ['ana', 'ben'] };
  const reason = { screened: blocks, override: 'agreed in writing by the family' };
  expect(mayApprove(standing, asks('ana', reason), named)).toMatchObject({ ok: false });
  expect(mayApprove(standing, asks('eve', reason), named)).toMatchObject({ ok: false });
  expect(mayApprove(standing, asks('ben', reason), named)).toMatchObject({ ok: true });
});

test('no reason lets an open blank out', () => {
  const open: Screened = { ...blocks, rules: ['unfilled-blank'] };
  const standing = replyStanding([writes('ana', 'Call [phone].', open)]);
  const asked = asks('ben', { screened: open, override: 'we are in a great hurry' });
  expect(mayApprove(standing, asked, rules)).toMatchObject({ ok: false });
});

test('the author of an answer to a negative waits, or a second person approves', () => {
  const standing = replyStanding([writes('ana', 'Please call us.')]);
  const soon = { now: noon + hour };
  expect(mayApprove(standing, asks('ana', soon), rules)).toMatchObject({ until: noon + 2 * hour });
  expect(mayApprove(standing, asks('ben', soon), rules)).toMatchObject({ ok: true });
  expect(mayApprove(standing, asks('ana'), rules)).toMatchObject({ ok: true });
  expect(mayApprove(standing, asks('ana', { ...soon, isNegative: false }), rules)).toMatchObject({
    ok: true,
  });
});

test('nobody approves twice, and nothing leaves without approval', () => {
  const draft = writes('ana', 'Thank you.');
  const approved = replyStanding([draft, approves('ben', draft)]);
  expect(mayApprove(approved, asks('eve'), rules)).toMatchObject({
    why: expect.stringContaining('ben'),
  });
  expect(mayLeave(replyStanding([draft]))).toMatchObject({ ok: false });
  expect(mayLeave(approved)).toMatchObject({ ok: true });
});

test('a withdrawn draft is done with', () => {
  const draft = writes('ana', 'Thank you.');
  const standing = replyStanding([draft, does('ana', { step: 'withdraw', draft: draft.id })]);
  expect(standing.state).toBe('withdrawn');
  expect(mayApprove(standing, asks('ben'), rules)).toMatchObject({ ok: false });
});
