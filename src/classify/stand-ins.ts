import type { Document } from './document.ts';

/** Guesses the language by its commonest words; undefined when there is too little to tell. */
export const readLanguage = (document: Document): string | undefined => {
  let best: string | undefined;
  let most = 1;
  for (const [language, words] of commonest) {
    const count = document.tokens.filter(token => words.has(token)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
};

const commonest = new Map(
  Object.entries({
    en: 'the and is to of was you my i it they we for not in with that have this are so be at me she he can do your what how',
    es: 'el la los las que es una por para con muy mi me no se del lo está pero como su tiene hay más',
    de: 'der die das und ist nicht ich war sehr wir mit auf ein eine zu den sie auch wurde',
    fr: "le les des est une et pas je très nous vous avec pour dans que c'est j'ai ont été",
    pt: 'não uma com muito você é foi para os das meu minha ele eu são em um',
    it: 'il è che non di per una con sono molto gli mi della ho stato',
  }).map(([language, words]) => [language, new Set(words.split(' '))] as const),
);
