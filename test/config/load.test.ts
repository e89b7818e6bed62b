import { mkdtempSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig, homeConfig, homeStore } from '../../src/config/find.ts';
import { loadConfig } from '../../src/config/load.ts';
import { renderConfig } from '../../src/config/render.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'listen-config-'));

const written = (toml: string) => {
  const file = join(folder(), 'listen.toml');
  writeFileSync(file, toml);
  return file;
};

const complaint = (toml: string): string => {
  const file = written(toml);
  try {
    loadConfig(file);
  } catch (error) {
    return String(error).replaceAll(file, 'listen.toml');
  }
  return 'no complaint';
};

const practice = '[practice]\nname = "Lakeside"\n';

describe('a configuration', () => {
  it('needs only the name of the practice', () => {
    const config = loadConfig(written(practice));
    expect(config.practice).toEqual({ name: 'Lakeside', aliases: [], clinicians: [] });
    expect(config.office.minutesPerWeek).toBe(240);
    expect(config.network.allowPrivate).toBe(false);
  });

  it('finds its store and its files beside itself', () => {
    const file = written(
      `${practice}[store]\npath = "kept"\n[[source]]\nid = "wall"\nurl = "file:feeds/a wall.xml"\nevery = "2h"`,
    );
    const config = loadConfig(file);
    const beside = file.replace('/listen.toml', '');
    expect(config.storePath).toBe(`${beside}/kept`);
    expect(config.sources[0]).toMatchObject({
      url: `file://${beside}/feeds/a%20wall.xml`,
      every: 7_200_000,
      enabled: true,
    });
  });

  it('takes a per cent sign in the name of a file for itself', () => {
    const file = written(`${practice}[[source]]\nid = "wall"\nurl = "file:100%.xml"`);
    expect(loadConfig(file).sources[0]?.url).toMatch(/\/100%25\.xml$/);
  });

  it.each([
    ['[practice', 'listen.toml:1:', 'not TOML'],
    ['[office]\nhours = "x"', 'listen.toml', 'practice is missing'],
    [`${practice}[office]\ntimezon = "x"`, 'listen.toml:4', 'did you mean timezone?'],
    [`${practice}[offise]\n`, 'listen.toml:3', 'did you mean office?'],
    [`${practice}[office]\ntimezone = "Mars"`, 'listen.toml:4', 'IANA time zone'],
    [
      `${practice}[[rule]]\nwhen="spam"\ndo="drop"\n[[rule]]\nwhen="rude flag:urgnt"\ndo="refer"`,
      'listen.toml:7',
      'at character 11: Unknown flag "urgnt"; did you mean urgent?',
    ],
    [
      `${practice}[[rule]]\nwhen="spam"\ndo="flag:rude"`,
      'listen.toml:5',
      'must be one of keep, drop',
    ],
    [`${practice}[[source]]\nid="a"\nurl="gopher:x"`, 'listen.toml:5', 'must begin with https:'],
    [
      `${practice}[[source]]\nid="a"\nurl="https://a.test"\n[[source]]\nid="b"\nurl="https://b.test"\nevery="often"`,
      'listen.toml:9',
      'time span like "30m"',
    ],
    [
      `${practice}[[source]]\nid="a"\nurl="https://a.test"\n[[source]]\nid="a"\nurl="https://b.test"`,
      'listen.toml:7',
      'is "a", as that of source.#1 is; give each source its own',
    ],
    [`${practice}[[sources]]\nid="a"`, 'listen.toml:3', 'did you mean source?'],
    [`${practice}[source]\nid="a"`, 'listen.toml:3', 'two brackets, [[source]]'],
    ['practice = 3', 'listen.toml:1', 'a table, [practice]'],
    [`${practice}phone = 5550134`, 'listen.toml:3', 'must be words in quotes'],
    [`${practice}[network]\ntimeout = 5`, 'listen.toml:4', 'time span like "30m"'],
    [`${practice}[network]\ntimeout = "5ms"`, 'listen.toml:4', 'time span like "30m"'],
    [`${practice}[network]\nconcurrency = 0`, 'listen.toml:4', 'must be 1 at least'],
    [`${practice}[office]\nholidays = ["2026-02-30"]`, 'listen.toml:4', 'like "2026-12-25"'],
    [`${practice}[office]\nholidays = [2026-12-25]`, 'listen.toml:4', 'like "2026-12-25"'],
    [
      `${practice}[[source]]\nid="a"\nurl="https://a.test"\nabout="us"`,
      'listen.toml:6',
      'practice, topic',
    ],
  ])('that is wrong is refused with file, line and remedy: %j', (toml, place, sentence) => {
    expect(complaint(toml)).toContain(place);
    expect(complaint(toml)).toContain(sentence);
  });

  it('that is not there says how to write one', () => {
    expect(() => loadConfig(join(folder(), 'none.toml'))).toThrow('listen init');
  });

  it('is looked for where it is named, then here, then at home', () => {
    const here = folder();
    const home = { HOME: folder() };
    expect(findConfig(undefined, { env: home, cwd: here })).toBeUndefined();
    writeFileSync(join(here, 'listen.toml'), practice);
    expect(findConfig(undefined, { env: home, cwd: here })).toBe(join(here, 'listen.toml'));
    const env = { ...home, LISTEN_CONFIG: 'other.toml' };
    expect(findConfig(undefined, { env, cwd: here })).toBe(join(here, 'other.toml'));
    expect(findConfig('third.toml', { env, cwd: here })).toBe(join(here, 'third.toml'));
  });

  it('as the set-up writes it reads back as it was answered', () => {
    const answers = {
      name: 'Dr. "Q" \\ Sons\u0007',
      clinicians: ['Dr. Amara Osei'],
      place: 'Milford, Connecticut',
      sources: [{ id: 'wall', url: 'https://example.org/feed', about: 'practice' as const }],
    };
    const config = loadConfig(written(renderConfig(answers)));
    expect(config.practice).toMatchObject({
      name: answers.name,
      clinicians: answers.clinicians,
      place: answers.place,
    });
    expect(config.sources).toMatchObject(answers.sources);
  });
});

describe('the places of a user', () => {
  it('are the XDG folders, unless those are relative', () => {
    const cwd = '/anywhere';
    const env = { HOME: '/home/ana', XDG_CONFIG_HOME: '/etc/ana', XDG_DATA_HOME: 'data' };
    expect(homeConfig({ env, cwd })).toBe('/etc/ana/listen/listen.toml');
    expect(homeStore({ env, cwd })).toBe('/home/ana/.local/share/listen');
  });

  it('are those of the account where HOME is not set', () => {
    expect(homeStore({ env: {}, cwd: '/anywhere' })).toBe(`${homedir()}/.local/share/listen`);
  });
});
