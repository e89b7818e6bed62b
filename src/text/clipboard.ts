/** OSC 52: the terminal puts the text on the clipboard, also over ssh. */
export const clipboardSequence = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return `\u001B]52;c;${btoa(binary)}\u0007`;
};
