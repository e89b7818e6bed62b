import { expect, test } from 'vitest';
import { aShell, run } from './shell.ts';

const text =
  'I waited for two hours, and then the nurse at the desk told me to come back tomorrow.';

test('what was folded into one mention is taken apart, and stays apart', async () => {
  const { folder } = aShell();
  const listen = (argv: readonly string[], stdin = '') =>
    run([...argv, '--store', 'kept'], { cwd: folder, stdin });
  const bring = (source: string) =>
    listen(['import', '-', '--source', source], JSON.stringify({ id: source, text }));
  await bring('wall');
  await bring('mirror');
  const [folded] = (await listen(['list', '--json'])).out.trim().split('\n');
  const { id, alsoIn } = JSON.parse(folded ?? '');
  expect(alsoIn).toMatchObject([{ source: 'mirror' }]);

  const apart = await listen(['unfold', id, '--json']);
  const parts = apart.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(parts.map(({ source }) => source)).toEqual(['wall', 'mirror']);
  await bring('mirror');
  expect((await listen(['list'])).err).toBe('2 mentions\n');

  expect(await listen(['unfold', id])).toMatchObject({
    exitCode: 0,
    err: expect.stringContaining('Nothing is folded'),
  });
  expect(await listen(['unfold', 'nonsense'])).toMatchObject({ exitCode: 2 });
});
