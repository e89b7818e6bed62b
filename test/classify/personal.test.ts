import { describe, expect, it } from 'vitest';
import { lessonsOf, teachingsOf } from '../../src/classify/lessons.ts';
import type { Lesson } from '../../src/classify/lessons.ts';
import { enough, learn } from '../../src/classify/personal.ts';
import { mentionId } from '../../src/core/mention.ts';
import { ruler } from '../../src/core/rules.ts';
import type { Act, Correction, Deed } from '../../src/core/triage.ts';
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
      reason: 'you put 20 of 20 mentions flagged question into ignore',
      instead: asked.suggestion,
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
    expect(suggest(complaint, urgent)).toBe(urgent.suggestion);
    const { suggest: ignore } = learn(times(100, decided('ignore', complaint, aVerdict())));
    expect(ignore(complaint, aVerdict()).bucket).toBe('ignore');
    const byPerson: Correction = { label: 'flag', flag: 'urgent', value: true };
    expect(ignore(complaint, aVerdict(), [byPerson]).bucket).toBe('refer');
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
      item: parking,
      verdict: asked,
      correction: { label: 'flag', flag: 'question', value: false },
    };
    const taught = [...times(3, back), ...stubborn(30)];
    expect(learn(taught).suggest(parking, asked).bucket).toBe('ignore');
  });

  it('tells habits in words', () => {
    const [strongest] = learn(stubborn(40)).habits;
    expect(strongest).toMatchObject({
      times: 20,
      of: 20,
      like: expect.stringMatching(/^mentions /),
    });
    expect(learn([]).habits).toEqual([]);
  });

  it('leaves alone who does as the table says', () => {
    const agreeing = times(20, [decided('reply'), decided('refer', complaint, aVerdict())]).flat();
    const { agreed, tableAgreed, suggest } = learn(agreeing);
    expect([agreed, tableAgreed]).toEqual([40, 40]);
    expect(suggest(parking, asked)).toBe(asked.suggestion);
  });
});

describe('what the journal teaches', () => {
  const ana = (id: number, deed: Deed): Act => ({
    id: String(id),
    at: `2026-11-0${id}T00:00:00Z`,
    by: 'ana',
    ...deed,
  });
  const m1 = mentionId('m1');
  const decide = (bucket: Bucket, ...mentions: readonly string[]): Deed => ({
    kind: 'decide',
    mentions: mentions.map(mentionId),
    bucket,
  });
  const kept = new Map([[m1, { mention: parking, verdict: asked }]]);
  const lessons = (acts: readonly Act[], held = kept) =>
    lessonsOf(teachingsOf(acts).teachings, held).map(lesson =>
      lesson.kind === 'decided' ? lesson.bucket : lesson.correction,
    );

  it('is where a mention was left in the end, not what was taken back or reopened', () => {
    const acts = [
      ana(1, decide('reply', 'm1')),
      ana(2, decide('ignore', 'm1')),
      ana(3, decide('refer', 'm1')),
      ana(4, { kind: 'undo', act: '3' }),
    ];
    expect(lessons(acts)).toEqual(['ignore']);
    expect(lessons([...acts, ana(5, { kind: 'reopen', mentions: [m1] })])).toEqual([]);
  });

  it('is nothing of what rules decided, of what is no longer held, or was edited since', () => {
    const decided = ana(2, decide('ignore', 'm1', 'gone'));
    expect(lessons([decided])).toEqual(['ignore']);
    expect(lessons([{ ...decided, by: ruler }])).toEqual([]);
    const edited = { ...parking, editedAt: '2026-11-02T10:00:00Z' };
    expect(lessons([decided], new Map([[m1, { mention: edited, verdict: asked }]]))).toEqual([]);
    const purge: Act = {
      ...ana(3, decide('ignore')),
      ...{ kind: 'purge', mentions: [m1], prints: [], reason: 'asked' },
    };
    expect(lessons([decided, purge])).toEqual([]);
  });

  it('is the last word on a label', () => {
    const say = (value: boolean): Deed => ({
      kind: 'correct',
      mentions: [m1],
      corrections: [{ label: 'flag', flag: 'question', value }],
    });
    expect(lessons([ana(1, say(false)), ana(2, say(true))])).toEqual([
      { label: 'flag', flag: 'question', value: true },
    ]);
  });

  it('begins anew after it was told to forget, unless that is taken back', () => {
    const forget = ana(2, { kind: 'forget', mentions: [] });
    const acts = [ana(1, decide('ignore', 'm1')), forget];
    expect(lessons(acts)).toEqual([]);
    expect(teachingsOf(acts).since).toBe(forget.at);
    expect(lessons([...acts, ana(3, { kind: 'undo', act: '2' })])).toEqual(['ignore']);
  });
});
