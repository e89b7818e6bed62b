import { readDocument } from '../../src/classify/document.ts';
import type { Manner } from '../../src/classify/claims/suggest.ts';
import type { Document } from '../../src/classify/document.ts';
import { readFeatures } from '../../src/classify/features.ts';
import { judgeFeelings } from '../../src/classify/feelings.ts';
import type { Feelings } from '../../src/classify/feelings.ts';
import { readFeelingKnowledge } from '../../src/commands/feeling-knowledge.ts';
import type { Classifiable } from '../../src/core/verdict.ts';
import { root } from '../root.ts';

const { knowledge } = await readFeelingKnowledge(root);

/** How the shipped models feel about an item. */
export const feelingsOf = (item: Classifiable, language?: string): Feelings =>
  judgeFeelings(readDocument(item.text, item.title), item, knowledge, language);

/** How a text is written, for the shipped model of posts that spread claims. */
export const mannerOf = (document: Document): Manner => ({
  model: knowledge.models.myths,
  features: readFeatures(document, knowledge.english.sentiment),
});
