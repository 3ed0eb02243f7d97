import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { RawParameters } from '../engine.ts';
import type { Memory } from '../memory.ts';

/** A node in a process of its own, asked over HTTP. */
export interface ServedNode extends AsyncDisposable {
  /** Reads the answer to the end. @returns its status */
  ask(parameters: RawParameters): Promise<number>;
  /** Until its index is built. */
  ready(): Promise<void>;
  memory(): Promise<Memory & { readonly peakMB: number }>;
  importFile(file: string): Promise<{ readonly seconds: number; readonly rows: number; readonly refused: number }>;
}

const unavailable = 503;
const pollMs = 200;

/** Starts a node on a data folder. */
export const serveNode = async (dataFolder: string): Promise<ServedNode> => {
  const child = spawn(
    process.execPath,
    [...process.execArgv, join(import.meta.dirname, '../node-child.ts'), dataFolder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the node ended');
    return JSON.parse(value) as T;
  };
  const tell = async <T>(line: string): Promise<T> => {
    child.stdin.write(`${line}\n`);
    return next<T>();
  };
  const { url } = await next<{ url: string }>();
  const ask = async (parameters: RawParameters): Promise<number> => {
    const response = await fetch(`${url}/search?${new URLSearchParams(parameters).toString()}`, {
      headers: { accept: 'application/json' },
    });
    await response.arrayBuffer();
    return response.status;
  };
  return {
    ask,
    async ready() {
      while ((await ask({ q: 'fietspomp' })) === unavailable) await wait(pollMs);
    },
    memory: () => tell('memory'),
    importFile: (file) => tell(file),
    async [Symbol.asyncDispose]() {
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
};
