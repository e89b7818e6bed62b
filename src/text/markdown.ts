/** Longer runs are no markup; the bounds keep hostile text linear. */
const link = /!?\[([^[\]\n]{0,500})\]\((?:[^()\s]{0,2000})(?:\s"[^"\n]{0,300}")?\)/g;

/** Markdown as a person reads it: links by their words, without marks of emphasis, headings, quotes and code. */
export const markdownToText = (markdown: string): string =>
  markdown
    .replace(link, '$1')
    .replace(/^ {0,3}(?:#{1,6} +|> ?|[-*_]{3,} *$|```\w{0,20} *$)/gm, '')
    .replace(/^( {0,8})[*+-] +/gm, '$1• ')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]{1,500}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=[^\s*_])([^\n*_]{1,300})\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`\n]{1,300})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
