import { Fault } from '../model/fault.ts';
import { controlLimits } from './limits.ts';

/** Checks that a socket can stand at this path. @throws {Fault} `settings-invalid`, with what to do */
export const checkSocketPath = (path: string): void => {
  const bytes = Buffer.byteLength(path);
  if (bytes > controlLimits.socketPathBytesMax)
    throw new Fault(
      'settings-invalid',
      `The path of the control socket has ${bytes} bytes, and systems take ${controlLimits.socketPathBytesMax}: ${path}. ` +
        'Use a data folder with a shorter path.',
    );
};
