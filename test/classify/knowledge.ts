import { readDocument } from '../../src/classify/document.ts';
import { judgeFeelings } from '../../src/classify/feelings.ts';
import type { Feelings } from '../../src/classify/feelings.ts';
import { readFeelingKnowledge } from '../../src/commands/feeling-knowledge.ts';
import type { Classifiable } from '../../src/core/verdict.ts';

const { knowledge } = await readFeelingKnowledge(new URL('../../', import.meta.url));

/** How the shipped models feel about an item. */
export const feelingsOf = (item: Classifiable, language?: string): Feelings =>
  judgeFeelings(readDocument(item.text, item.title), item, knowledge, language);
