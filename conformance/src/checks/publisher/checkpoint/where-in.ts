import type { SeenCheckpoint } from '../../../evidence/checkpoints.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { atPointer, type Finding } from '../../finding.ts';

/** A finding at a member of a checkpoint, wherever that stands. */
export const whereIn = (
  { exchange, pointer }: Pick<SeenCheckpoint, 'exchange' | 'pointer'>,
  member: string,
  message: string,
): Finding => atPointer(exchange, pointer + (member === '' ? '' : jsonPointer(member)), message);
