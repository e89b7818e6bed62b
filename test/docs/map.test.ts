import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const map = read('src/README.md');

/** A row of the table: the room, and what it may import. */
const rooms = new Map(
  [...map.matchAll(/^\| `(\w+)\/` \|.*\| ([^|]+) \|$/gm)].map(([, room = '', may = '']) => [
    room,
    may,
  ]),
);

describe('the map of the code', () => {
  it('has a row for every room', () => {
    const folders = readdirSync(new URL('src/', root), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name);
    expect([...rooms.keys()].toSorted()).toEqual(folders.toSorted());
  });

  it('says of every room what the linter lets it import', () => {
    const law = read('oxlint.config.mjs').matchAll(
      /allow\(\['src\/(\w+)\/\*\*'\], '\w+', \[(.*?)\]/g,
    );
    const checked = [...law].map(([, room = '', allowed = '']) => {
      expect(rooms.get(room), room).toBe(allowed.replaceAll("'", '') || 'nothing');
      return room;
    });
    expect(checked).toContain('core');
  });

  it('names only files that are there', () => {
    const files = ['src', 'test'].flatMap(folder =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
        file => `${folder}/${file.replaceAll('\\', '/')}`,
      ),
    );
    for (const line of map.split('\n')) {
      const [, room = ''] = /^\| `(\w+\/)` \|/.exec(line) ?? [];
      for (const [, name = ''] of line.matchAll(/`([\w./*-]+\.tsx?)`/g)) {
        const path = `${name.startsWith('test/') ? '' : `src/${room}`}${name}`;
        const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
        expect(
          files.some(file => pattern.test(file)),
          name,
        ).toBe(true);
      }
    }
  });
});

describe('the changelog', () => {
  it('promises no more claims than are shipped', () => {
    const claims = readdirSync(new URL('data/claims/', root))
      .filter(file => file.endsWith('.jsonl'))
      .flatMap(file => read(`data/claims/${file}`).trim().split('\n'));
    const [, least] = /more\s+than\s+(\d+)\s+known\s+false/.exec(read('CHANGELOG.md')) ?? [];
    expect(claims.length).toBeGreaterThan(Number(least));
  });
});
