import { expect, test } from 'vitest';
import { rememberIntegers, rememberTokens } from '../../src/classify/dictionary.ts';
import { readDocument } from '../../src/classify/document.ts';

test('what depends on a token alone is worked out once, whatever the texts', () => {
  const asked: string[] = [];
  const lengths = rememberTokens(token => asked.push(token) && token.length);
  const sums = rememberIntegers(2, (token, answers, from) => {
    answers.set([token.length, token.charCodeAt(0)], from);
  });
  for (const text of ['kind nurse, rude nurse', 'a rude doctor']) {
    const document = readDocument(text);
    const known = lengths(document);
    const pairs = sums(document);
    for (const [at, token] of document.tokens.entries()) {
      const number = document.numbers[at] ?? -1;
      expect(known[number]).toBe(token.length);
      expect(pairs[number * 2]).toBe(token.length);
      expect(pairs[number * 2 + 1]).toBe(token.charCodeAt(0));
    }
  }
  expect(asked).toEqual(['kind', 'nurse', ',', 'rude', 'a', 'doctor']);
});

test('a stream of ever new words is forgotten now and then, and texts read before stay readable', () => {
  const lengths = rememberTokens(token => token.length);
  const early = readDocument('the first words of all');
  let edition = early.edition;
  for (let word = 0; edition === early.edition; word += 1000) {
    const words = Array.from({ length: 1000 }, (_, index) => `w${word + index}`).join(' ');
    edition = readDocument(words.slice(0, 6000)).edition;
  }
  const late = readDocument('the last word');
  for (const { tokens, numbers, ...rest } of [late, early, late]) {
    const known = lengths({ tokens, numbers, ...rest });
    expect(numbers.map(number => known[number])).toEqual(tokens.map(({ length }) => length));
  }
});
