const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The same text in memory of its own: engines cut a text out of a document as a view that keeps the whole document alive. */
export const owned = (text: string): string =>
  // V8 copies what is shorter than 13 characters anyway.
  text.length < 13 ? text : decoder.decode(encoder.encode(text));
