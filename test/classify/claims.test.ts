import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { judgeMisinformation } from '../../src/classify/claims/judge.ts';
import { createFindNear } from '../../src/classify/claims/near-claim.ts';
import { readDocument } from '../../src/classify/document.ts';
import { concepts, library } from './claim-library.ts';
import { mannerOf } from './knowledge.ts';

const flagOf = (text: string, title = '') =>
  judgeMisinformation(readDocument(text, title), library);

/** With the model of how posts that spread claims are written. */
const guessedOf = (text: string) => {
  const document = readDocument(text);
  return judgeMisinformation(document, library, mannerOf(document));
};

const rows = (name: string) =>
  readFileSync(new URL(`../fixtures/classify/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t') as [string, string]);

describe('a post that spreads a claim', () => {
  it.each(rows('spreads-claims'))('%s', (text, claim) => {
    expect(flagOf(text)).toMatchObject({ claim, stance: 'supports' });
  });
});

describe('what is no misinformation', () => {
  it.each(rows('no-claims'))('%s (%s)', text => {
    expect(flagOf(text)).toBeUndefined();
  });
});

const debunks = [
  (claim: string) => `It is a myth that ${claim}.`,
  (claim: string) => `Myth: ${claim}. Fact: doctors have studied this for years.`,
  (claim: string) => `Fact check: ${claim}? No.`,
  (claim: string) => `There is no evidence that ${claim}.`,
  (claim: string) => `The claim that ${claim} is false.`,
  (claim: string) => `${claim}? That has been debunked many times.`,
  (claim: string) => `I do not believe that ${claim}`,
  (claim: string) => `Stop spreading misinformation. "${claim}" is simply not true.`,
  (claim: string) => `People still think that ${claim} 🙄`,
  (claim: string) => `Is it true that ${claim}?`,
  (claim: string) => `Some people claim ${claim}, but studies show otherwise.`,
];

const wordings = library.claims.flatMap(({ claim, says }) => [claim, ...says]);

/** Each wording stands in every so-maniest debunk, each time others; 1 for all of them. */
const step = Number(process.env['LISTEN_DEBUNK_STEP'] ?? 4);

test.each(debunks.map((debunk, index) => [debunk('…'), index] as const))(
  'no claim is flagged when it stands in "%s"',
  (_, index) => {
    const flagged = wordings
      .filter((__, place) => place % step === index % step)
      .map(wording => debunks[index]?.(wording.replace(/[.]$/, '')) ?? '')
      .filter(text => guessedOf(text) !== undefined);
    expect(flagged).toEqual([]);
  },
);

test('most ways of saying a claim are found when they are said plainly', () => {
  const found = wordings.filter(wording => flagOf(wording) !== undefined);
  expect(found.length / wordings.length).toBeGreaterThan(0.75);
});

describe('a post that is only near a claim', () => {
  const near =
    'They rushed these vaccines and nobody knows what the poison will do to our children';

  test('is suggested when it is written like those that spread claims', () => {
    expect(flagOf(near)).toBeUndefined();
    expect(guessedOf(near)).toMatchObject({ match: 'suggested', stance: 'supports' });
    expect(guessedOf(near)?.evidence.length).toBeGreaterThan(0);
  });

  test('is left alone when it denies, asks or speaks of no health', () => {
    expect(guessedOf(`It is a myth: ${near}`)).toBeUndefined();
    expect(guessedOf(`${near}? Is that true?`)).toBeUndefined();
    expect(
      guessedOf('They rushed this movie and nobody knows what the sequel will do to our wallets'),
    ).toBeUndefined();
  });
});

describe('a denial within the words of a claim', () => {
  it.each([
    'Vaping is not just water vapor and your lungs will tell you',
    'You can not get chlamydia from a toilet seat in a public bathroom',
    'They are not putting mRNA in our food, that is not how any of this works',
    'No food, tea, herb, steam or gargle cures or prevents COVID-19 in anybody',
    'Ear candles draw nothing out of the ear but they do burn people',
    'Is it true that boosters wake up shingles in everybody?',
  ])('%s', text => {
    expect(guessedOf(text)).toBeUndefined();
  });

  test('is none where it only stresses', () => {
    expect(
      flagOf('That booster is nothing but a bioweapon for depopulation of the poor'),
    ).toBeDefined();
    expect(
      flagOf('Vaccines are not only useless but they cause autism in our children'),
    ).toBeDefined();
  });
});

test('who says that something works is not near to the claim that it does not', () => {
  const { claim } =
    library.near(readDocument('Wearing a mask can prevent the transmission of Covid-19')) ?? {};
  expect(claim?.id).not.toBe('masks-do-not-work');
});

test('the nearest claim is the right one for half of its ways to be said, when that way is taken out', () => {
  const held = library.claims.map(claim => ({ ...claim, says: claim.says.slice(1) }));
  const near = createFindNear(held, concepts);
  const right = library.claims.filter(
    ({ id, says }) => near(readDocument(says[0] ?? ''))?.claim.id === id,
  );
  expect(right.length / library.claims.length).toBeGreaterThan(0.5);
});

test('a text under eight words is at most suggested', () => {
  expect(flagOf('Vaccines cause autism')).toMatchObject({ match: 'suggested' });
  expect(flagOf('Every single one of these childhood vaccines causes autism')).toMatchObject({
    match: 'confirmed',
  });
});

test('the evidence names the words, also in a title', () => {
  const title = 'Vaccines cause autism';
  const flag = flagOf('They knew it all along and kept it quiet for years', title);
  const [first] = flag?.evidence ?? [];
  expect(first).toMatchObject({ in: 'title' });
  expect(title.slice(first?.start, first?.end)).toBe('Vaccines cause autism');
});

test('empty and blank texts flag nothing', () => {
  for (const text of ['', ' ', '\n\t', '...', '#']) expect(flagOf(text)).toBeUndefined();
});

test('case, doubled spaces and a full stop at the end change nothing', () => {
  for (const [text] of rows('spreads-claims')) {
    const { claim, match } = flagOf(text) ?? {};
    expect(flagOf(text.toUpperCase())).toMatchObject({ claim, match });
    expect(flagOf(text.replaceAll(' ', '  '))).toMatchObject({ claim, match });
    expect(flagOf(`${text}.`)).toMatchObject({ claim, match });
  }
});

test('whatever is written, spans lie inside and the verdict is the same twice', () => {
  const words = fc.constantFrom(...wordings.join(' ').split(' '), '.', '?', '"', '😂', '#vaccines');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), fc.string(), (some, noise) => {
      const text = `${some.join(' ')}${noise}`;
      const flag = flagOf(text);
      expect(flagOf(text)).toEqual(flag);
      for (const { start, end } of flag?.evidence ?? []) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});
