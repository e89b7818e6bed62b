import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { readKnowledge } from '../../src/commands/knowledge.ts';
import { lakeside } from './lakeside.ts';
import { root } from '../root.ts';

const judge = createClassifier(await readKnowledge(root), lakeside);
const kinds = (text: string) => judge({ text, kind: 'review' }).flags.map(flag => flag.kind);

describe('a verdict', () => {
  it('of an empty text flags nothing and says why', () => {
    for (const text of ['', '   \n\t'])
      expect(judge({ text })).toMatchObject({ flags: [], unread: 'There is no text to read.' });
  });

  it('sees danger, and not the figure of speech', () => {
    expect(
      kinds("I don't want to be here anymore. Everyone would be better off without me."),
    ).toContain('urgent');
    expect(kinds('I almost died laughing when the doctor sang. Great visit!')).not.toContain(
      'urgent',
    );
  });

  it('of news finds advertising, and complaints only when they are about us', () => {
    const flagsOf = (text: string) =>
      judge({ text, kind: 'headline', about: 'topic' }).flags.map(flag => flag.kind);
    expect(flagsOf('Buy cheap Viagra online without prescription, click here now')).toEqual([
      'spam',
    ]);
    expect(flagsOf('How soon can I see a doctor? My chest hurts and nobody called back.')).toEqual(
      [],
    );
    expect(flagsOf('Lakeside: rude staff and a three hour wait, patients say')).toEqual([
      'negative',
    ]);
    const { aboutPractice } = judge({
      text: 'Lakeside Family Medicine opens a clinic',
      kind: 'headline',
      about: 'topic',
    });
    expect(aboutPractice).toBe(true);
  });

  it('of a German text says that it was not read', () => {
    const verdict = judge({
      text: 'Die Praxis ist sehr gut und die Ärztin war nicht in Eile, ich komme wieder.',
    });
    expect(verdict).toMatchObject({ flags: [], language: 'de' });
    expect(verdict.unread).toContain('German');
  });
});
