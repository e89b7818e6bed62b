import * as z from 'zod';
import { program } from '../../src/commands/program.ts';
import { schema } from '../../src/config/schema.ts';
import { fields } from '../../src/core/query-parse.ts';
import { exitCodes, exitMeanings } from '../../src/core/user-error.ts';
import { bindings, keyName } from '../../src/tui/keys.ts';
import { aShell } from '../commands/shell.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const commands = () => {
  const listen = program(aShell().shell, () => undefined);
  return listen
    .createHelp()
    .visibleCommands(listen)
    .filter(command => command.name() !== 'help')
    .map(command => [`\`listen ${command.name()} ${command.usage()}\``, command.description()]);
};

/** Fields whose values are not a fixed vocabulary. */
const openFields: Readonly<Record<string, string>> = {
  source: 'the id of a source',
  author: 'part of a name',
  claim: 'the id of a claim that it spreads',
  since: '`7d` `24h` `today` `2026-11-20`',
  before: 'the same',
};

const keysOf = (shape: z.core.JSONSchema.BaseSchema, path: string): string[][] =>
  Object.entries(shape.properties ?? {}).flatMap(([name, child]) => {
    if (typeof child === 'boolean') return [];
    const items = child.items;
    if (items !== undefined && typeof items === 'object' && 'properties' in items)
      return keysOf(items, `[[${name}]] `);
    if (child.properties) return keysOf(child, `[${name}] `);
    const preset = child.default === undefined ? '' : `\`${JSON.stringify(child.default)}\``;
    return [[`\`${path}${name}\``, preset, child.description ?? '']];
  });

/** The parts of README.md that are made from the program, by the name of their markers. */
export const sections: Readonly<Record<string, string>> = {
  commands: table(['command', 'does'], commands()),
  'exit codes': table(
    ['code', 'means'],
    Object.entries(exitCodes).map(([name, code]) => [
      String(code),
      exitMeanings[name as keyof typeof exitCodes],
    ]),
  ),
  keys: table(
    ['key', 'does'],
    bindings
      .filter(({ mode }) => mode.some(at => at === 'list' || at === 'detail' || at === 'correct'))
      .map(({ keys, help }) => [keys.map(key => `\`${keyName(key)}\``).join(' '), help]),
  ),
  query: table(
    ['field', 'values'],
    Object.entries(fields).map(([name, values]) => [
      `\`${name}:\``,
      values?.map(value => `\`${value}\``).join(' ') ?? openFields[name] ?? '',
    ]),
  ),
  configuration: table(
    ['key', 'default', 'says'],
    keysOf(z.toJSONSchema(schema, { io: 'input' }), ''),
  ),
};
