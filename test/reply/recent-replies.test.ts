import { expect, it } from 'vitest';
import { mentionId } from '../../src/core/mention.ts';
import type { ReplyStep } from '../../src/core/reply-step.ts';
import type { Act } from '../../src/core/triage.ts';
import { recentReplies } from '../../src/reply/recent-replies.ts';

const screened = { outcome: 'pass', rules: [], policy: 'p1' } as const;
let acts = 0;
const step = (about: string, what: ReplyStep): Act => ({
  id: `a${++acts}`,
  at: '2026-11-20T12:00:00.000Z',
  by: 'ana',
  kind: 'reply',
  mentions: [mentionId(about)],
  step: what,
});
const draft = (about: string, text: string) => step(about, { step: 'draft', text, screened });

it('the newest text of each other reply is remembered, for thirty replies', () => {
  const many = Array.from({ length: 40 }, (_, index) => draft(`m${index}`, `Text ${index}`));
  const texts = recentReplies([...many, draft('m39', 'Text anew')], mentionId('m38'));
  expect(texts).toHaveLength(30);
  expect(texts.slice(-2)).toEqual(['Text 37', 'Text anew']);
});

it('what was withdrawn or taken back does not go out, so it is not remembered', () => {
  const one = draft('m1', 'One');
  const two = draft('m2', 'Two');
  const withdrawn = step('m1', { step: 'withdraw', draft: one.id });
  const undone: Act = { id: 'u', at: one.at, by: 'ana', kind: 'undo', act: two.id };
  expect(recentReplies([one, two, withdrawn, undone], mentionId('m3'))).toEqual([]);
});
