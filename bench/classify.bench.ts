// The whole verdict beside natural's AFINN and Porter analyser, which only sums a lexicon, in one process and turn by turn.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createClassifier } from '../src/classify/classifier.ts';
import { readKnowledge } from '../src/commands/knowledge.ts';

const root = new URL(`file://${process.cwd()}/`);
const texts = readFileSync(new URL('test/fixtures/classify/stream.jsonl', root), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => (JSON.parse(line) as { text: string }).text);
const joined = texts.join(' ');

/** As many texts of one length as wanted, none quite like another. */
const cut = (length: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const from = (index * 137) % (joined.length - length);
    return joined.slice(from, from + length);
  });

type Analyser = { readonly getSentiment: (words: readonly string[]) => number };
const require = createRequire(`${process.cwd()}/package.json`);
const Sentiment = require('natural/lib/natural/sentiment/SentimentAnalyzer') as new (
  language: string,
  stemmer: unknown,
  lexicon: string,
) => Analyser;
const PorterStemmer: unknown = require('natural/lib/natural/stemmers/porter_stemmer');
const { WordTokenizer } = require('natural/lib/natural/tokenizers/regexp_tokenizer') as {
  WordTokenizer: new () => { tokenize: (text: string) => string[] };
};

const started = performance.now();
const knowledge = await readKnowledge(root);
const judge = createClassifier(knowledge, {
  name: 'Lakeside Family Medicine',
  aliases: ['Lakeside Family'],
  clinicians: ['Dr. Amara Osei', 'Dr. Ben Whitlock'],
  place: 'Milford, Connecticut',
});
console.log(`knowledge and classifier ready in ${(performance.now() - started).toFixed(0)} ms`);

const analyser = new Sentiment('English', PorterStemmer, 'afinn');
const tokenizer = new WordTokenizer();
const natural = (text: string) => analyser.getSentiment(tokenizer.tokenize(text));

/** Of CPU, since the machine is shared. */
const seconds = (work: (text: string) => unknown, over: readonly string[]): number => {
  const from = process.cpuUsage();
  for (const text of over) work(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

for (const [name, length, count] of [
  ['tweets of 100 characters', 100, 5000],
  ['reviews of 1,200 characters', 1200, 1000],
] as const) {
  const over = cut(length, count);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 7; round++) {
    ours.push(seconds(text => judge({ text, kind: 'review' }), over));
    theirs.push(seconds(natural, over));
  }
  const rate = (times: readonly number[]) => Math.round(count / median(times));
  console.log(
    `${name}: verdicts ${rate(ours)}/s, natural ${rate(theirs)}/s, ratio ${(median(theirs) / median(ours)).toFixed(2)}; ` +
      `${((median(ours) / count) * 1e6).toFixed(0)} us a text`,
  );
}
