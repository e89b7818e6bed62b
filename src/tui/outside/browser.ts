import { spawn } from 'node:child_process';
import { httpUrl } from '../../text/http-url.ts';

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Asks the desktop to open a link: http and https only, never through a shell. Rejects with a sentence. */
export const openInBrowser = (address: string): Promise<void> => {
  const url = httpUrl(address);
  if (!url) return Promise.reject(new Error('only http and https links are opened.'));
  const [command, ...rest] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...rest, url.href], {
      shell: false,
      detached: true,
      stdio: 'ignore',
    });
    child.once('error', () =>
      reject(new Error(`there is no ${command} on this machine; y copies the link instead.`)),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
};
