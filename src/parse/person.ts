/**
 * The name in one of the ways that feeds write people: `Name`, `mail@host (Name)`, `Name <mail@host>`, `/u/name`,
 * `mail@host`. An address stays only where there is no name.
 */
export const personName = (written: string): string => {
  const text = written.slice(0, 1000).trim();
  const [, inBrackets] = /^[^\s@()]+@[^\s@()]+\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (inBrackets) return inBrackets.trim();
  const [, before] =
    /^(.+?)\s*[<([]\s*(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+\s*[>)\]]$/.exec(text) ?? [];
  if (before) return before.replace(/^["']|["']$/g, '').trim();
  return text.replace(/^mailto:/i, '').replace(/^no-?reply@\S+$/i, '');
};
