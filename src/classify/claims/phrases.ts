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
  // One text is searched for each claim that it may speak of, so the few places worth a look are kept.
  let last: readonly string[] = [];
  let places: readonly number[] = [];
  const placesIn = (tokens: readonly string[]): readonly number[] => {
    if (tokens === last) return places;
    last = tokens;
    const found: number[] = [];
    for (let at = 0; at < tokens.length; at++)
      if (byFirst.has(bare(tokens[at] as string))) found.push(at);
    return (places = found);
  };
  return (tokens, from, to, taken) => {
    for (const at of placesIn(tokens)) {
      if (at < from || at >= to) continue;
      const rests = byFirst.get(bare(tokens[at] as string));
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
