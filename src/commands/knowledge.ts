import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../classify/classifier.ts';
import { createClaimLibrary } from '../classify/claims/library.ts';
import { readShippedClaims } from './claim-files.ts';
import { readFeelingKnowledge } from './feeling-knowledge.ts';
import { readLexicon } from '../classify/lexicon.ts';
import { compileRules } from '../classify/rules.ts';
import { fingerprint } from '../text/hash.ts';

/** The lexicons, in the order in which their rules are told. */
const lexicons = [
  'urgent',
  'negative',
  'praise',
  'advice',
  'privacy',
  'legal',
  'question',
  'spam',
  'care',
  'elsewhere',
];

/** Reads what judgement needs from `data/` under the root; slow things are read once, by whoever asks first. */
export const readKnowledge = async (root: URL): Promise<Knowledge> => {
  const feelings = await readFeelingKnowledge(root);
  const { claims, concepts, written } = await readShippedClaims(root);
  const sources = await Promise.all(
    ['shared', ...lexicons].map(name =>
      readFile(new URL(`data/lexicons/${name}.txt`, root), 'utf8'),
    ),
  );
  const [shared = '', ...own] = sources;
  const { sets } = readLexicon('shared', shared);
  const read = lexicons.map((name, index) => readLexicon(name, own[index] ?? '', sets));
  return {
    rules: compileRules(read),
    feelings: feelings.knowledge,
    claims: createClaimLibrary(claims, concepts),
    version: fingerprint([...sources, feelings.version, written].join('\n')),
  };
};
