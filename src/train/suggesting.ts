// Prints the weights of `classify/claims/suggest.ts`: npx tsx src/train/suggesting.ts --data DIR
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ClaimLibrary } from '../classify/claims/library.ts';
import { deniesEffect } from '../classify/claims/negation.ts';
import { attitudeTo } from '../classify/claims/stance.ts';
import { mannerOf, signsOf } from '../classify/claims/suggest.ts';
import type { Signs } from '../classify/claims/suggest.ts';
import { readDocument } from '../classify/document.ts';
import { readFeatures } from '../classify/features.ts';
import type { Model } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { blend } from './blend.ts';
import type { Signalled } from './blend.ts';
import { fitManner, mythTexts, readLibrary } from './myths.ts';
import type { MythText } from './myths.ts';

/** Every text is judged by a model that was fitted without it, or the manner would look surer than it is. */
const folds = 3;

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const lexicon = parseSentimentLexicon(readFileSync('data/lexicons/sentiment-en.txt', 'utf8'));
const library = readLibrary();
const texts = mythTexts(values.data ?? '', library);

/** What is known of a text when a claim may be suggested for it; undefined when none would be, whatever its manner. */
const signalsOf = (
  { text, spreads, weight }: MythText,
  model: Model,
  { find, near: nearest }: ClaimLibrary,
): Signalled | undefined => {
  const document = readDocument(text);
  if (find(document).length > 0 || deniesEffect(document.tokens)) return undefined;
  const near = nearest(document);
  if (near === undefined || attitudeTo(document, near.fit).stance !== 'supports') return undefined;
  const features = readFeatures(document, lexicon);
  const signs = signsOf(document, near, mannerOf({ model, features }));
  return { signals: signalsFrom(signs), holds: spreads, weight };
};

const signalsFrom = ({ manner, share, lead, tokens }: Signs): Float64Array =>
  Float64Array.of(1, manner, share, lead, Math.log(tokens));

const signalled = Array.from({ length: folds }, (_, fold) => fold).flatMap(fold => {
  const model = fitManner(
    texts.filter((_, index) => index % folds !== fold),
    lexicon,
  );
  return texts
    .filter(({ isWording }, index) => index % folds === fold && !isWording)
    .flatMap(text => signalsOf(text, model, library) ?? []);
});
const [bias, manner, share, lead, length] = blend(signalled);
console.log({ manner, share, lead, length, bias });
