import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sections } from './sections.ts';

const file = new URL('../../README.md', import.meta.url);
const updating = process.env['UPDATE_DOCS'] !== undefined;

const between = (text: string, name: string): string | undefined => {
  const [, inside] =
    new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(text) ?? [];
  return inside;
};

describe('the README', () => {
  it.each(Object.keys(sections))('says of the %s what the program says', name => {
    const fresh = `${sections[name]?.trim()}\n`;
    const text = readFileSync(file, 'utf8');
    const written = between(text, name);
    expect(
      written,
      `README.md has no section between <!-- ${name} --> and <!-- /${name} -->`,
    ).toBeDefined();
    if (updating && written !== undefined)
      writeFileSync(
        file,
        text.replace(`<!-- ${name} -->\n${written}`, `<!-- ${name} -->\n${fresh}`),
      );
    else expect(written, 'npm run docs writes it anew').toBe(fresh);
  });

  it('shows the two commands', () => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('npm ci && npm start');
    expect(text).toContain('npm ci && npm test');
    expect(readFileSync(new URL('../../.ci/run', import.meta.url), 'utf8')).toContain(
      'npm ci && npm test',
    );
  });

  it('names only files that are there', () => {
    const text = readFileSync(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g))
      expect(() => readFileSync(new URL(path, file)), path).not.toThrow();
  });
});
