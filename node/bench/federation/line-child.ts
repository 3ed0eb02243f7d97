import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process that answers each line of JSON with one. */
export interface LineChild extends AsyncDisposable {
  /** What it said first. */
  readonly hello: unknown;
  ask<Answer>(command: object): Promise<Answer>;
}

/** Starts a script of this folder's parent; its standard input ends when it is disposed. */
export const startLineChild = async (script: string, given: readonly string[] = []): Promise<LineChild> => {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, '..', script), ...given], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`${script} has ended`);
    return JSON.parse(value) as unknown;
  };
  return {
    hello: await next(),
    async ask<Answer>(command: object) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      return (await next()) as Answer;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
};
