/** Looks for any of a list of phrases among tokens; gives the index of the first word found, or -1. */
export type FindPhrase = (
  tokens: readonly string[],
  from: number,
  to: number,
  taken?: (token: number) => boolean,
) => number;

/** Reads phrases apart by commas or new lines; hyphens between words do not count, case must be folded before. */
export const phraseFinder = (list: string): FindPhrase => {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of list.split(/[,\n]+/)) {
    const [first, ...rest] = phrase.trim().split(/[\s-]+/);
    if (!first) continue;
    const held = byFirst.get(first);
    if (held) held.push(rest);
    else byFirst.set(first, [rest]);
  }
  return (tokens, from, to, taken) => {
    for (let at = Math.max(0, from); at < to; at++) {
      const rests = byFirst.get(bare(tokens[at] ?? ''));
      if (rests?.some(rest => follows(tokens, at, to, rest)) && !taken?.(at)) return at;
    }
    return -1;
  };
};

const follows = (tokens: readonly string[], at: number, to: number, rest: readonly string[]) => {
  let next = at + 1;
  for (const word of rest) {
    while (tokens[next] === '-') next++;
    if (next >= to || bare(tokens[next] ?? '') !== word) return false;
    next++;
  }
  return true;
};

const bare = (token: string) => (token.startsWith('#') ? token.slice(1) : token);
