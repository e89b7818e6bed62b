import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { readKnowledge } from '../../src/commands/knowledge.ts';
import { mentionKinds } from '../../src/core/mention.ts';
import type { Classifiable, Verdict } from '../../src/core/verdict.ts';
import { lakeside } from './lakeside.ts';
import { root } from '../root.ts';

const judge = createClassifier(await readKnowledge(root), lakeside);
// Read a second time, so that nothing is shared between the two.
const again = createClassifier(await readKnowledge(new URL(root)), lakeside);

const stream = readFileSync(new URL('test/fixtures/classify/stream.jsonl', root), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Classifiable);

/** Written mentions, glued together as they come, so that every rule is met. */
const mentions: fc.Arbitrary<Classifiable> = fc.record({
  text: fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...stream) },
        fc.record({ text: fc.string() }),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map(parts => parts.map(({ text }) => text).join(' ')),
  kind: fc.constantFrom(...mentionKinds),
});

const what = ({ flags, suggestion }: Verdict) => ({
  flags: flags.map(({ kind }) => kind),
  bucket: suggestion.bucket,
});

describe('a verdict, whatever the text', () => {
  it('flags nothing in white space', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\s]{0,40}$/), text => {
        expect(judge({ text, kind: 'review', rating: 1 }).flags).toEqual([]);
      }),
    );
  });

  it('shows the words that caused each flag, inside the text or the title', () => {
    fc.assert(
      fc.property(
        mentions,
        fc.option(fc.constantFrom(...stream), { nil: undefined }),
        (item, head) => {
          const title = head?.text;
          const { flags } = judge({ ...item, ...(title === undefined ? {} : { title }) });
          for (const { kind, evidence } of flags) {
            expect(evidence.length, kind).toBeGreaterThan(0);
            for (const { start, end, in: part } of evidence) {
              const source = part === 'title' ? (title ?? '') : item.text;
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(source.length);
            }
          }
        },
      ),
    );
  });

  it('is the same twice, and the same from a second classifier', () => {
    fc.assert(
      fc.property(mentions, item => {
        expect(again(item)).toEqual(judge(item));
      }),
    );
  });

  it.each(
    stream.map(({ text, kind }) => [text, kind] as const).filter((_, index) => index % 9 === 0),
  )(
    'of %j is moved neither by capitals nor by a final stop nor by doubled spaces',
    (text, kind) => {
      const item = kind === undefined ? {} : { kind };
      const plain = what(judge({ ...item, text }));
      expect(what(judge({ ...item, text: text.replaceAll(' ', '  ') }))).toEqual(plain);
      expect(what(judge({ ...item, text: `${text}!!` }))).toEqual(plain);
      expect(what(judge({ ...item, text: text.toUpperCase() })).flags).toEqual(plain.flags);
    },
  );

  it.each([
    ['one word for ever', 'a'.repeat(100_000)],
    ['the same trigger', 'should i take '.repeat(7_000)],
    ['half a threat', 'i will kill '.repeat(8_000)],
    ['question marks', '?'.repeat(100_000)],
    ['numbers', '100.4 '.repeat(16_000)],
    ['half an address', `${'a.'.repeat(50_000)}@`],
    ['half a phone number', '(203) 555-'.repeat(10_000)],
    ['spaces', ' '.repeat(100_000)],
    ['combining marks', 'e\u0301'.repeat(50_000)],
  ])('is soon there for 100 kB of %s', (_, text) => {
    expect(judge({ text, kind: 'comment' }).priority.score).toBeLessThanOrEqual(100);
  });
});
