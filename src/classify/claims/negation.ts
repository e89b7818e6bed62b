import type { Fit } from './fit.ts';
import { phraseFinder } from './phrases.ts';
import type { Sentence } from './sentence.ts';

const negators = new Set(
  (
    "not no never don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't werent can't cant cannot " +
    "couldn't couldnt wouldn't wouldnt won't wont haven't hasn't hasnt hadn't nor neither none zero hardly unlikely ain't aint"
  ).split(' '),
);

/** "You cannot get autism from it" rules out; it does not warn, as "do not get it" does. */
const rules = new Set(['cannot', 'couldn\u0027t']);

/** A negator before one of these denies no claim: it warns, marvels or only stresses. */
const idle = phraseFinder(`
only, just, to mention, surprised, surprising, surprise, wonder, doubt, thanks, thank, way, coincidence, accident, secret, longer, matter, joke, idea, one, big deal, worry, be taking, be getting, be having, be caught, have this, have that, have the, risk having, recommend, ever take, ever get,
get, getting, take, taking, taken, trust, trusting, want, wanting, let, need, inject, injected, injecting, vaccinate, vaccinating, vaccinated, vax, jab, buy, buying, give, giving, forget, ignore, deny, denied, be fooled, be surprised,
listen, wait, stop, tell, telling, talk, talking, know, knowing, understand, see, care, mandate, put, putting, allow, comply, touch, use, eat, drink, do it, do this, wear, wearing, report, reporting, hide, hear, find it odd, like, worth, going to get, going to take,
gonna get, gonna take, even, all, every, risk, disclose, disclosed, told, informed, warn, approved, tested, fda, consent, consenting, accept, afford, cool, ok, okay, good, more, lockdown, mandatory, so fast, so sure
`);

/** Effects that a debunk denies ("vaccines do not cause autism"); "not safe" and "does not work" are claims themselves. */
const effects = new Set(
  (
    'cause causes caused causing lead leads linked link kill kills killed cure cures cured curing heal heals treat treats ' +
    'treatment prevent prevents protect protects harm harms harmful dangerous toxic toxin toxins poison poisons poisonous ' +
    'alter alters change changes contain contains give gives gave make makes spread spreads weaken weakens destroy ' +
    'destroys help helps boost boosts damage damages injure autism cancer infertility magnetic microchips'
  ).split(' '),
);

/** Whether an effect is denied anywhere in a text, the "not" at most two words before it, or a "no" before a list. */
export const deniesEffect = (tokens: readonly string[]): boolean =>
  tokens.some((token, at) => {
    if (!negators.has(token)) return false;
    const list = token === 'no' ? tokens.slice(at, at + longestList).lastIndexOf('or') : -1;
    const to = Math.max(0, list) + at + 4;
    return tokens.slice(at + 1, to).some(word => effects.has(word));
  });

/** "No food, tea, herb, steam or gargle …" */
const longestList = 14;

const boundaries = new Set([
  ',',
  ';',
  ':',
  '\u2014',
  '\u2013',
  '(',
  ')',
  '"',
  'because',
  'since',
  'but',
  'so',
  'cause',
  'cuz',
  'when',
  'if',
  'as',
]);

/** "It does not give you the flu" has a subject, so it denies; "do not give it to your child" warns. */
const hasSubject = (
  tokens: readonly string[],
  at: number,
  taken: (token: number) => boolean,
): boolean => {
  const token = tokens[at] ?? '';
  const verb = token === 'not' ? at - 1 : at;
  if (!/^(?:does|doesn't|doesnt|do|don't|dont)$/.test(tokens[verb] ?? '')) return false;
  const gives = /^(?:give|take|put|change|get)$/.test(tokens[at + 1] ?? '');
  return gives && ((tokens[verb] ?? '').startsWith('does') || taken(verb - 1));
};

/**
 * Between the words of a claim a "not" denies also where it only stresses before them: "vaping is not just vapor", "you can
 * not get it from a seat", "they are not putting it in our food", "candles draw nothing out"; "not only useless but deadly"
 * does not.
 */
const deniesWithin = (tokens: readonly string[], at: number, { from, to }: Sentence): boolean => {
  const token = tokens[at] ?? '';
  if (token === 'nothing') return tokens[at + 1] !== 'but';
  const before = token === 'not' ? (tokens[at - 1] ?? '') : token.replace(/n't$/, '');
  if (token !== 'not' && before === token) return false;
  if (before === 'can' || before === 'ca') return true;
  if (!/^(?:is|are|was|were)$/.test(before)) return false;
  const own = tokens[token === 'not' ? at - 2 : at - 1] ?? '';
  if (own === 'we' || own === 'i') return false;
  return !tokens.slice(from, to).includes('but');
};

/** "No food, tea or steam cures it" denies of all that it lists. */
const beginsWithNo = (tokens: readonly string[], { from }: Sentence, to: number): boolean =>
  tokens[from] === 'no' && tokens.slice(from, to).includes('or');

/** Nearer than this, a negator before a claim in the same clause reaches into it. */
const reach = 7;

/** Whether a negation reaches the claim: inside it and no part of it, or before it in the same clause. */
export const isNegated = (
  tokens: readonly string[],
  { from, to }: Fit,
  sentence: Sentence,
  taken: (token: number) => boolean,
): boolean => {
  const negates = (at: number) =>
    negators.has(tokens[at] ?? '') &&
    !taken(at) &&
    (rules.has(tokens[at] ?? '') ||
      (tokens[at] === 'not' && tokens[at - 1] === 'can') ||
      idle(tokens, at + 1, at + 4) !== at + 1 ||
      hasSubject(tokens, at, taken));
  // From the word before the claim on: "they are not" may stand before its first word.
  for (let at = Math.max(sentence.from, from - 1); at < to; at++)
    if ((at >= from && negates(at)) || (!taken(at) && deniesWithin(tokens, at, sentence)))
      return true;
  if (tokens[to] === 'nothing' && tokens[to + 1] !== 'but') return true;
  if (beginsWithNo(tokens, sentence, to) && !taken(sentence.from)) return true;
  for (let at = from - 1; at >= Math.max(sentence.from, from - reach); at--) {
    if (boundaries.has(tokens[at] ?? '') && !taken(at)) return false;
    if (negates(at)) return true;
  }
  return false;
};
