import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Both halves of the space where V8 puts new objects: beyond this an import gets no faster, and only takes memory. */
const youngBytesMax = 32 << 20;

let mayGrow = true;

/**
 * Keeps V8's space for new objects from growing to its usual 128 MB; to be called now and then while much is read.
 * The flag that names its largest size counts only at the start of a process, which a command that npm has linked cannot pass on every system; the factor
 * by which it grows is read each time.
 */
export const holdYoungGeneration = (): void => {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  const isSmall = young === undefined || young.space_size < youngBytesMax;
  if (isSmall === mayGrow) return;
  mayGrow = isSmall;
  setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`);
};
