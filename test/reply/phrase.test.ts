import { expect, test } from 'vitest';
import { lexiconOf, vocabularyOf } from '../../src/reply/lexicon.ts';
import { matcherOf } from '../../src/reply/match.ts';
import { parsePhrase } from '../../src/reply/phrase.ts';
import { tokensOf } from '../../src/reply/tokens.ts';

const vocabulary = vocabularyOf(
  new Map([
    ['pet', lexiconOf([parsePhrase('cat'), parsePhrase('guinea pig*')])],
    ['loop', lexiconOf([parsePhrase('@loop cat')])],
  ]),
);

const finds = (phrase: string, text: string) => {
  const tokens = tokensOf(text);
  const matcher = matcherOf(tokens, vocabulary, new Set());
  const at = tokens.words.findIndex(
    (_, at) => matcher.endOf(parsePhrase(phrase), at) !== undefined,
  );
  const end = at === -1 ? undefined : matcher.endOf(parsePhrase(phrase), at);
  return end === undefined ? undefined : text.slice(tokens.starts[at], tokens.ends[end - 1]);
};

test.each([
  ['a word', 'saw', 'We SAW it', 'SAW'],
  ['a stem', 'pati*', 'our patients', 'patients'],
  ['one of several', 'cat|dog', 'a dog', 'dog'],
  ['a row among others', 'guinea_pig|dog', 'a guinea pig', 'guinea pig'],
  ['a class', 'my @pet', 'my guinea pigs', 'my guinea pigs'],
  ['a gap', 'your ..2 visit', 'your very recent visit', 'your very recent visit'],
  ['a word that may be missing', 'a big? dog', 'a dog', 'a dog'],
  ['what must not follow', 'see !you', 'see you, see them', 'see'],
  ['the beginning of a sentence', '^ call', 'We call. Call us', 'Call'],
  ['a contraction', 'do not', "don't", "don't"],
  ['a contraction without its apostrophe', 'did not', 'didnt', 'didnt'],
])('%s matches', (_, phrase, text, found) => {
  expect(finds(phrase, text)).toBe(found);
});

test.each([
  ['a gap does not cross a comma', 'your ..2 visit', 'your smile, visit'],
  ['nothing crosses a sentence', 'your ~5 visit', 'your smile. A visit'],
  ['a class that leads back to itself ends', '@loop', 'cat cat'],
  ['somebody who is thanked did nothing', '@you @past', 'thank you asked'],
])('%s', (_, phrase, text) => {
  expect(finds(phrase, text)).toBeUndefined();
});

test('an abbreviation ends no sentence, a line break does', () => {
  expect(tokensOf('Dr. Osei and Mrs. J. Lee. Hello\nyou').sentences).toHaveLength(3);
});
