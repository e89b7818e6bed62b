/** Beginnings by which a month is known, month by month, in the languages whose feeds write them out. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'ιαν', 'sty', 'led', 'ock', 'oca', 'gener', 'januá', 'tam'],
  ['feb', 'fev', 'fév', 'фев', 'φεβ', 'lut', 'úno', 'şub', 'sub', 'helm'],
  ['mar', 'mär', 'mrz', 'mrt', 'maa', 'мар', 'μαρ', 'μάρ', 'bře', 'märc', 'márc'],
  ['apr', 'abr', 'avr', 'апр', 'απρ', 'kwi', 'dub', 'nis', 'ápr', 'huht'],
  [
    'may',
    'mai',
    'mag',
    'mei',
    'maj',
    'мая',
    'май',
    'μαϊ',
    'μάι',
    'μάϊ',
    'μαΐ',
    'μάΐ',
    'kvě',
    'máj',
    'touk',
  ],
  ['jun', 'giu', 'juin', 'июн', 'ιον', 'ιουν', 'ιούν', 'cze', 'čer', 'haz', 'jún', 'kesä'],
  ['jul', 'lug', 'juil', 'июл', 'ιουλ', 'ιούλ', 'lip', 'tem', 'júl', 'heinä'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'αυγ', 'αύγ', 'sie', 'srp', 'ağu', 'elo'],
  ['sep', 'set', 'сен', 'σεπ', 'wrz', 'zář', 'eyl', 'sze', 'syys'],
  ['oct', 'okt', 'out', 'ott', 'окт', 'οκτ', 'paź', 'říj', 'eki', 'lok'],
  ['nov', 'ноя', 'νοε', 'νοέ', 'lis', 'kas'],
  ['dec', 'dez', 'dic', 'déc', 'дек', 'δεκ', 'gru', 'pro', 'ara', 'jou'],
];

const english = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, index) => [name, index + 1],
  ),
);

/** The number of the month that a word names, 1 to 12, in full or shortened; undefined when it names none. */
export const monthOf = (word: string): number | undefined => {
  const text = word.toLowerCase();
  if (text.length < 3) return undefined;
  const known = english.get(text);
  if (known !== undefined) return known;
  let best: { readonly month: number; readonly length: number } | undefined;
  beginnings.forEach((names, index) => {
    for (const name of names)
      if (text.startsWith(name) && name.length > (best?.length ?? 0))
        best = { month: index + 1, length: name.length };
  });
  return best?.month;
};
