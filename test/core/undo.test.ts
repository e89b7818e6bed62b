import { describe, expect, it } from 'vitest';
import { mentionId } from '../../src/core/mention.ts';
import type { ReplyStep } from '../../src/core/reply-step.ts';
import type { Act, Deed } from '../../src/core/triage.ts';
import { nextUndo } from '../../src/core/undo.ts';

const mentions = [mentionId('m1')];
const screened = { outcome: 'pass', rules: [], policy: 'p1' } as const;
const act = (id: string, by: string, deed: Deed): Act => ({
  id,
  by,
  at: '2026-11-20T12:00:00.000Z',
  ...deed,
});
const step = (id: string, by: string, what: ReplyStep) =>
  act(id, by, { kind: 'reply', mentions, step: what });

const drafted = step('d', 'ana', { step: 'draft', text: 'Please call.', screened });
const approved = step('a', 'ana', { step: 'approve', draft: 'd', screened, models: 'm' });
const posted = step('p', 'ana', { step: 'post', draft: 'd', url: 'https://example.org/1' });

describe('undo', () => {
  it('takes back the newest act of one person that still counts', () => {
    const acts = ['ana', 'ben', 'ana'].map((by, index) =>
      act(`act-${index}`, by, { kind: 'reopen', mentions }),
    );
    expect(nextUndo(acts, 'ana')).toMatchObject({ kind: 'act', act: { id: 'act-2' } });
    const undone = [...acts, act('undo', 'ana', { kind: 'undo', act: 'act-2' })];
    expect(nextUndo(undone, 'ana')).toMatchObject({ kind: 'act', act: { id: 'act-0' } });
    expect(nextUndo(undone, 'cleo')).toEqual({ kind: 'none' });
  });

  it('takes back an approval that nobody has gone on from', () => {
    expect(nextUndo([drafted, approved], 'ana')).toMatchObject({ kind: 'act', act: approved });
  });

  it('leaves what was posted, and what led to it', () => {
    const acts = [drafted, approved, posted];
    expect(nextUndo(acts, 'ana')).toEqual({ kind: 'stands', act: posted, because: 'posted' });
    expect(nextUndo(acts, 'ana', 'p')).toEqual({
      kind: 'stands',
      act: approved,
      because: 'built-on',
    });
    expect(nextUndo(acts, 'ana', 'd')).toEqual({ kind: 'none' });
  });

  it('does not pull a text from under the colleague who approved it', () => {
    const bens = step('a', 'ben', { step: 'approve', draft: 'd', screened, models: 'm' });
    expect(nextUndo([drafted, bens], 'ana')).toMatchObject({ because: 'built-on' });
  });

  it('goes on to the act before one that stands when asked again', () => {
    const ignored = act('i', 'ana', { kind: 'decide', mentions, bucket: 'ignore' });
    expect(nextUndo([ignored, posted], 'ana', 'p')).toMatchObject({ kind: 'act', act: ignored });
  });
});
