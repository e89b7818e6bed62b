import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeNewFile } from '../../src/tui/outside/new-file.ts';

it('a card is written beside the one before it, for its owner alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'listen-card-'));
  try {
    const name = join(folder, 'hand-over-1');
    expect(await writeNewFile(name, 'first')).toBe(`${name}.md`);
    expect(await writeNewFile(name, 'second')).toBe(`${name}-2.md`);
    expect(readFileSync(`${name}.md`, 'utf8')).toBe('first');
    expect(statSync(`${name}.md`).mode & 0o777).toBe(0o600);
    await expect(writeNewFile(join(folder, 'no', 'folder'), '')).rejects.toThrow(
      'cannot be written (ENOENT)',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
