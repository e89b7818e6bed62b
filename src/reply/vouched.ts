/**
 * The draft with blanks for texts that were checked when they were written, such as the fact of a claim and who says so:
 * everything keeps its place, and only what a person added is screened. A fact says "cures" where it denies a cure.
 */
export const withoutVouched = (draft: string, vouched: readonly string[]): string =>
  vouched
    .filter(text => text.length >= shortest)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, text) => rest.replaceAll(text, ' '.repeat(text.length)), draft);

/** What is shorter may stand anywhere by chance. */
const shortest = 3;
