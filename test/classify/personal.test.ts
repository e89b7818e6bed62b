import { describe, expect, it } from 'vitest';
import { lessonsOf } from '../../src/classify/lessons.ts';
import type { Lesson } from '../../src/classify/lessons.ts';
import { enough, learn, personalise } from '../../src/classify/personal.ts';
import { mentionId } from '../../src/core/mention.ts';
import type { Act } from '../../src/core/triage.ts';
import type { Bucket, Classifiable, Verdict } from '../../src/core/verdict.ts';
import { aVerdict } from '../making.ts';

const parking: Classifiable = { kind: 'question', text: 'Where can visitors park their bicycles?' };
const asked: Verdict = aVerdict({
  sentiment: { label: 'neutral', score: 0, confidence: 0.8, evidence: [] },
  topics: [],
  flags: [{ kind: 'question', confidence: 0.8, reason: 'asks for a place', evidence: [] }],
  suggestion: { bucket: 'reply', reason: 'asks what the practice can answer' },
});
const complaint: Classifiable = { kind: 'review', text: 'Waited two hours, never again.' };

const decided = (bucket: Bucket, item = parking, verdict = asked): Lesson => ({
  kind: 'decided',
  item,
  verdict,
  bucket,
});
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

/** Somebody who ignores every question about parking and refers every complaint. */
const stubborn = (count: number): readonly Lesson[] =>
  times(count / 2, [decided('ignore'), decided('refer', complaint, aVerdict())]).flat();

describe('what was learned from a person', () => {
  it('changes nothing before thirty decisions', () => {
    const { isActive, suggest } = learn(stubborn(enough - 2));
    expect(isActive).toBe(false);
    expect(suggest(parking, asked).bucket).toBe('reply');
  });

  it('moves a suggestion after thirty, says why, and says how often it agreed', () => {
    const personal = learn(stubborn(40));
    expect(personal.suggest(parking, asked)).toEqual({
      bucket: 'ignore',
      reason: 'like what you put into ignore before',
    });
    expect(personal.suggest(complaint, aVerdict()).bucket).toBe('refer');
    expect(personal).toMatchObject({ decisions: 40, counted: 40, tableAgreed: 20, isActive: true });
    expect(personal.agreed).toBeGreaterThan(30);
  });

  it('never overrules danger', () => {
    const urgent = aVerdict({
      flags: [{ kind: 'urgent', confidence: 0.9, reason: 'wants to die', evidence: [] }],
      suggestion: { bucket: 'refer', reason: 'someone may be in danger now' },
    });
    const { suggest } = learn(times(100, decided('ignore', complaint, urgent)));
    expect(suggest(complaint, urgent)).toEqual(urgent.suggestion);
  });

  it('falls silent when the table knows better', () => {
    const turns: readonly Bucket[] = ['reply', 'reply', 'reply', 'ignore'];
    const whims = times(
      20,
      turns.map(bucket => decided(bucket)),
    ).flat();
    const { suggest } = learn(whims);
    expect(suggest(parking, asked).bucket).toBe('reply');
  });

  it('stops trusting a flag that was taken back three times, once it is active', () => {
    const back: Lesson = {
      kind: 'corrected',
      verdict: asked,
      correction: { label: 'flag', flag: 'question', value: false },
    };
    const taught = [...times(3, back), ...stubborn(30)];
    expect(learn(taught).suggest(parking, asked).bucket).toBe('ignore');
  });

  it('wraps a classifier and leaves all but the suggestion alone', () => {
    const classify = personalise(() => asked, learn(stubborn(40)));
    const { suggestion, ...rest } = classify(parking);
    const { suggestion: _, ...before } = asked;
    expect(rest).toEqual(before);
    expect(suggestion.bucket).toBe('ignore');
  });

  it('reads the journal: not what was undone, not what came before a reset, not mentions that are gone', () => {
    const decide = (id: string, at: string, mention: string): Act => ({
      id,
      at,
      by: 'ana',
      kind: 'decide',
      mentions: [mentionId(mention)],
      bucket: 'ignore',
    });
    const acts: readonly Act[] = [
      decide('1', '2026-11-01T00:00:00Z', 'm1'),
      decide('2', '2026-11-03T00:00:00Z', 'm1'),
      decide('3', '2026-11-04T00:00:00Z', 'm1'),
      { id: '4', at: '2026-11-04T00:00:01Z', by: 'ana', kind: 'undo', act: '3' },
      decide('5', '2026-11-05T00:00:00Z', 'gone'),
    ];
    const judged = (id: string) => (id === 'm1' ? { item: parking, verdict: asked } : undefined);
    expect(lessonsOf(acts, judged, '2026-11-02T00:00:00Z')).toEqual([decided('ignore')]);
  });
});
