import { fold } from './fold.ts';

/** A short name for an id: folded words of a title with hyphens between, at most `longest` characters; empty when it has no letters. */
export const slug = (title: string, longest = 40): string =>
  fold(title)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');

/** The name, or else the name with the first number that makes it one of its own. */
export const unlike = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
};
