import { runProgram } from '../run-program.ts';
import type { ProgramCall, Ran, RunHow } from '../run-program.ts';

/** Shows a notice on the desktop by what the system brings along; `missing` where it brings nothing. */
export const showOnDesktop = async (
  title: string,
  lines: readonly string[],
  platform: NodeJS.Platform,
  how: RunHow,
): Promise<Ran> => {
  const call = callFor(platform, title, lines.slice(0, mostLines).join('\n'));
  return call === undefined
    ? { kind: 'missing', why: `there are no desktop notifications on ${platform}` }
    : runProgram(call, how);
};

/** What fits into the bubble of any desktop. */
const mostLines = 4;

/** The words are arguments, so that no script is made of them. */
const callFor = (
  platform: NodeJS.Platform,
  title: string,
  body: string,
): ProgramCall | undefined => {
  switch (platform) {
    case 'darwin':
      return ['osascript', ...appleScript.flatMap(line => ['-e', line]), title, body];
    case 'linux':
    case 'freebsd':
    case 'openbsd':
      // The body is read as markup by some desktops, and an argument that begins with a hyphen as an option.
      return ['notify-send', '--app-name=listen', '--', title, escaped(body)];
    default:
      return undefined;
  }
};

const appleScript = [
  'on run argv',
  'display notification (item 2 of argv) with title (item 1 of argv)',
  'end run',
];

const escaped = (body: string): string =>
  body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
