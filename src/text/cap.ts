/** The first `limit` UTF-16 units of a text, never half a character, with an ellipsis where something was cut. */
export const capped = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const cut = limit - 1;
  const isHalf = isHighSurrogate(text.charCodeAt(cut - 1));
  return `${text.slice(0, isHalf ? cut - 1 : cut).trimEnd()}…`;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
