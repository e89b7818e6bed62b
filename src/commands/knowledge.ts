import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../classify/classifier.ts';
import { libraryWith, readOwnClaims, readShippedClaims } from './claim-files.ts';
import { readDutyKnowledge } from './duty-knowledge.ts';
import { readFeelingKnowledge } from './feeling-knowledge.ts';
import { oncePerRoot } from './once.ts';
import { readLexicon } from '../classify/lexicon.ts';
import { compileRules } from '../classify/rules.ts';
import type { FindRules } from '../classify/rules.ts';
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

/**
 * Reads what judgement needs from `data/` under the root, and the user's own claims; slow things are read once, by whoever
 * asks first. Lines of a user's file that cannot be read are given to `warn`; `listen claims list` tells them too.
 */
export const readKnowledge = async (
  root: URL,
  claimFiles: readonly string[] = [],
  warn: (problem: string) => void = () => undefined,
): Promise<Knowledge> => {
  const [feelings, duty, { sources, rules, spamRules }, { written }, own] = await Promise.all([
    readFeelingKnowledge(root),
    readDutyKnowledge(root),
    readRules(root),
    readShippedClaims(root),
    readOwnClaims(claimFiles, warn),
  ]);
  return {
    rules,
    spamRules,
    feelings: feelings.knowledge,
    claims: await libraryWith(root, own),
    duty,
    version: fingerprint([...sources, feelings.version, written, JSON.stringify(own)].join('\n')),
  };
};

const readRules = oncePerRoot(async root => {
  const sources = await Promise.all(
    ['shared', ...lexicons].map(name =>
      readFile(new URL(`data/lexicons/${name}.txt`, root), 'utf8'),
    ),
  );
  const [shared = '', ...rest] = sources;
  const only = (wanted: (name: string) => boolean) =>
    onFirstUse(() => {
      const { sets } = readLexicon('shared', shared);
      const named = lexicons.map((name, index) => ({ name, source: rest[index] ?? '' }));
      const chosen = named.filter(({ name }) => wanted(name));
      return compileRules(chosen.map(({ name, source }) => readLexicon(name, source, sets)));
    });
  return { sources, rules: only(() => true), spamRules: only(name => name === 'spam') };
});

/** Compiling takes longer than judging a hundred texts, and a look at the news needs few of the rules. */
const onFirstUse = (compile: () => FindRules): FindRules => {
  let rules: FindRules | undefined;
  return document => (rules ??= compile())(document);
};
