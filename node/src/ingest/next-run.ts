import type { ChangeLog } from '../log/change-log.ts';
import { nodeMovedTo } from '../log/moved.ts';
import { Fault } from '../model/fault.ts';

/** A number for a run, never given out before. @throws {Fault} `moved` when the whole node has moved away */
export const nextRun = async (log: ChangeLog): Promise<number> => {
  const origin = await nodeMovedTo(log);
  if (origin !== undefined)
    throw new Fault(
      'moved',
      `This node has moved to ${origin}: import there. If it came back, say so with: openstraat move undo`,
    );
  const run = Number((await log.record('node', 'run')) ?? '0') + 1;
  await log.append({ things: [], records: [{ table: 'node', key: 'run', value: String(run) }] }, { durable: false });
  return run;
};
