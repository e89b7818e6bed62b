import type { Tokens } from './tokens.ts';

/** The names that are no secret: the practice, its clinicians, its place; lower-case single words. */
export type Names = ReadonlySet<string>;

type Kind = (tokens: Tokens, at: number, names: Names) => boolean;

/** Classes that are worked out from a word's form rather than listed. */
export const wordKinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  // "Thank you" speaks to somebody without saying that they did anything.
  ['you', ({ words }, at) => words[at] === 'you' && words[at - 1] !== 'thank'],
  ['number', ({ words }, at) => /^\d/.test(words[at] ?? '') || numberWords.has(words[at] ?? '')],
  ['digits', ({ words }, at) => /^\d+$/.test(words[at] ?? '')],
  ['past', ({ words }, at) => isPast(words[at] ?? '')],
  ['ing', ({ words }, at) => /^\p{L}{2,}ing$/u.test(words[at] ?? '')],
  ['capital', isCapital],
  ['stranger', (tokens, at, names) => isCapital(tokens, at) && !isKnown(tokens.words[at], names)],
  ['shout', ({ text, starts, ends }, at) => /^\p{Lu}{4,}$/u.test(text.slice(starts[at], ends[at]))],
  ['drug', ({ words }, at) => drugEnding.test(words[at] ?? '') && !notDrugs.has(words[at] ?? '')],
  ['illness', ({ words }, at) => illnessEnding.test(words[at] ?? '')],
]);

function isCapital({ text, starts, ends }: Tokens, at: number): boolean {
  return /^\p{Lu}[\p{Ll}'-]+/u.test(text.slice(starts[at], ends[at]));
}

const isKnown = (word: string | undefined, names: Names): boolean =>
  word === undefined || names.has(word);

const isPast = (word: string): boolean =>
  irregularPasts.has(word) || (word.length > 3 && /[^e]ed$/.test(word) && !notPasts.has(word));

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const notPasts = listed('hundred sacred naked wicked kindred biased');

const irregularPasts = listed(
  'ate became began bit blew bled broke brought built bought came caught chose cut did drank drew drove fell felt ' +
    'fought found forgot forgave gave got grew had heard held hurt kept knew lay led left lent let lost made meant ' +
    'met paid put quit ran read rode rose said sat saw sent set shook shot shut slept sold spent spoke stood stopped ' +
    'stuck swore swelled took taught threw thought told tore understood was were went withdrew woke won wore wrote agreed',
);

const numberWords = listed(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety ' +
    'half quarter dozen couple several few once twice',
);

/** Stems that the United States Adopted Names council gives to families of medicines, and some older endings. */
const drugEnding =
  /^\p{L}{2,}(?:cillin|mycin|oxacin|cycline|azole|prazole|statin|sartan|pril|olol|dipine|zosin|gliptin|gliflozin|glutide|formin|oxetine|pram|aline|azepam|azolam|zolam|codone|morphone|triptan|setron|profen|oxicam|parin|xaban|tidine|thiazide|semide|sone|solone|vir|mab|tinib|barbital|phylline|terol|lukast|dronate|pidem|apine|idone|piprazole|phetamine|phenidate|caine|afil|gabalin|pentin)$/u;

const notDrugs = listed('april person reason season treason arsone cocaine');

const illnessEnding =
  /^\p{L}{2,}(?:itis|osis|emia|oma|pathy|algia|iasis|ectomy|otomy|oplasty|ostomy|oscopy|plegia|phobia|uria|rrhea)$/u;
