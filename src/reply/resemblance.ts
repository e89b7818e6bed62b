/** How much two replies share of their three-word sequences, 0 to 1; names and numbers filled in hardly matter. */
export const similarityOf = (a: string, b: string): number => {
  const [one, other] = [shingles(a), shingles(b)];
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter(shingle => other.has(shingle)).length;
  return shared / (one.size + other.size - shared);
};

const shingles = (text: string): ReadonlySet<string> => {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
};
