import { describe, expect, it } from 'vitest';
import type { MentionKind } from '../../src/core/mention.ts';
import { rowsOf } from './fixture.ts';
import { feelingsOf } from './knowledge.ts';

describe('topics', () => {
  it.each(rowsOf('topics'))('of a %s "%s" are %s', (kind, text = '', topics = '-') => {
    const said = feelingsOf({ text, kind: kind as MentionKind }).topics.map(({ id }) => id);
    if (topics === '-') expect(said).toEqual([]);
    else expect(said).toEqual(expect.arrayContaining(topics.split(' ')));
  });

  it.each(rowsOf('feelings-by-topic'))(
    'each have their own feeling: "%s"',
    (text = '', ...rest) => {
      const said = feelingsOf({ text, kind: 'review' }).topics;
      expect(said.map(({ id, sentiment }) => `${id} ${sentiment}`)).toEqual(
        expect.arrayContaining(rest),
      );
    },
  );

  it('are at most three, surest first, each with words of the text', () => {
    const text =
      'Rude front desk, two hours in the waiting room, a surprise bill, no parking, the portal is down and the doctor never listened.';
    const { topics } = feelingsOf({ text, kind: 'review' });
    expect(topics).toHaveLength(3);
    const sure = topics.map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    for (const { evidence } of topics)
      for (const { start, end } of evidence) expect(text.slice(start, end)).toMatch(/\w/);
  });
});
