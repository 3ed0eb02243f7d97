import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumerLimits } from '../limits.ts';
import type { Reader, Visited } from '../stage.ts';
import { toldDigest } from './told-digest.ts';

const wordsMax = 200;

const wordsOf = (code: number | null, signal: string | null, errors: string): string => {
  const how = code === null ? `it was ended by ${signal}` : `it ended with ${code}`;
  const [first = ''] = errors.trim().split('\n');
  return first === '' ? how : `${how}: ${first.slice(0, wordsMax)}`;
};

const runOnce = async (command: string, signal: AbortSignal): Promise<Visited> => {
  // A group of its own: the shell's children go when it goes.
  const child = spawn(command, { shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-consumerLimits.outputBytesMax);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < wordsMax) errors += text;
  });
  const stop = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  };
  signal.addEventListener('abort', stop, { once: true });
  const { promise, resolve } = Promise.withResolvers<Visited>();
  child.once('error', (error) => resolve({ digest: undefined, words: error.message }));
  child.once('close', (code, by) => resolve({ digest: toldDigest(said), words: wordsOf(code, by, errors) }));
  return promise;
};

/**
 * A reader that is a command: it runs once a visit.
 * @param command for the shell; `{feed}` becomes the feed's address, `{store}` an empty folder for what it keeps
 */
export const commandReader = (command: string): Reader => ({
  name: command,
  async open() {
    const store = await mkdtemp(join(tmpdir(), 'openstraat-reader-'));
    return {
      visit: (feed, signal) => runOnce(command.replaceAll('{feed}', feed).replaceAll('{store}', store), signal),
      [Symbol.asyncDispose]: () => rm(store, { recursive: true, force: true }),
    };
  },
});
