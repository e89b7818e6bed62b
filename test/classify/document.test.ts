import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/classify/document.ts';
import { anyText } from '../text/any-text.ts';

const sentences = (text: string) => {
  const { tokens, sentences } = readDocument(text);
  return sentences.map((from, index) => tokens.slice(from, sentences[index + 1]).join(' '));
};

describe('a document', () => {
  it.each([
    ['Dr. Osei listens. I stay.', ['dr . osei listens .', 'i stay .']],
    ['Open till 5 p.m. on Fridays', ['open till 5 p . m . on fridays']],
    ['Temp is 100.4 now', ['temp is 100.4 now']],
    ['See example.com for more', ['see example . com for more']],
    ["They don\u2019t care'", ["they don't care '"]],
    ['#flu @osei', ['#flu @osei']],
    ['one\n\ntwo', ['one', 'two']],
    ['¿Qué tal? Bien 👍', ['¿ qué tal ?', 'bien 👍']],
  ])('reads %j as %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('remembers where every token stood, whatever the characters', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('', "it's", 'İ', "don't'", '#', '1.', '😂'),
        (text, tail) => {
          const document = readDocument(text + tail, tail);
          for (const [index, token] of document.tokens.entries()) {
            const source = index < document.titleTokens ? document.title : document.text;
            const words = source.slice(document.starts[index], document.ends[index]);
            expect(words.toLowerCase().replaceAll('\u2019', "'")).toBe(token);
          }
        },
      ),
    );
  });
});
