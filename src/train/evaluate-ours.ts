import { readFileSync } from 'node:fs';
import { readDocument } from '../classify/document.ts';
import { judgeFeelings } from '../classify/feelings.ts';
import { readLanguage } from '../classify/language.ts';
import type { MentionKind } from '../core/mention.ts';
import type { SentimentLabel } from '../core/verdict.ts';
import type { Evaluation } from './evaluation.ts';
import { sentimentLine } from './evaluate-sentiment.ts';

/** The hard cases that we wrote and do not train on; a test keeps the card equal to this. */
export const evaluateOurs: Evaluation = {
  id: 'ours',
  title: 'Our own hard cases',
  on: 'ours',
  measure: ({ feelings }) => {
    const feeling = (text: string) =>
      judgeFeelings(readDocument(text), { text, kind: 'review' }, feelings).topics.map(
        ({ id, sentiment }) => `${id} ${sentiment}`,
      );
    const asked = readTable('feelings-by-topic').flatMap(([text = '', ...expected]) => {
      const said = feeling(text);
      return expected.map(one => said.includes(one));
    });
    const languages = readTable('language').map(
      ([language, text = '']) => (readLanguage(readDocument(text)) ?? '-') === language,
    );
    return [
      sentimentLine('sentiment', readTable('sentiment').map(judgedRow), feelings),
      sentimentLine(
        'sentiment in Spanish',
        readTable('spanish').map(([label, text = '']) => ({
          text,
          kind: 'review' as const,
          label: label as SentimentLabel,
        })),
        feelings,
        'es',
      ),
      { set: 'feeling by topic', texts: asked.length, figures: { accuracy: share(asked) } },
      { set: 'language', texts: languages.length, figures: { accuracy: share(languages) } },
    ];
  },
};

const readTable = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`../../test/fixtures/classify/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'));

const judgedRow = ([of = '', label, text = '']: readonly string[]) => {
  const [kind, stars] = of.split('*');
  return {
    text,
    kind: kind as MentionKind,
    label: label as SentimentLabel,
    ...(stars === undefined ? {} : { rating: Number(stars) }),
  };
};

const share = (right: readonly boolean[]): number =>
  right.filter(Boolean).length / Math.max(1, right.length);
