import { signedCheckpointSchema, type SignedCheckpoint } from '@openstraat/spec';
import type { ExchangeName } from '../fetching/exchange.ts';
import { jsonPointer } from '../json/json-pointer.ts';
import type { JsonObject } from '../json/json-value.ts';
import { checkpointAnswer, laterCheckpointAnswer } from './checkpoint-answer.ts';
import { available, type Gatherer } from './gatherer.ts';
import { type ObjectAnswer, readObject } from './json-object-answer.ts';
import { walk } from './walk.ts';

/** A checkpoint as it was met. */
export interface SeenCheckpoint {
  readonly exchange: ExchangeName;
  /** Milliseconds since 1970. */
  readonly receivedMs: number;
  /** Where in the body it stands: empty for the whole. */
  readonly pointer: string;
  readonly from: 'url' | 'page';
  readonly json: JsonObject;
  /** The checkpoint, when its form is right. */
  readonly checked: SignedCheckpoint | undefined;
}

const seen = (
  { exchange, receivedMs, json }: Pick<SeenCheckpoint, 'exchange' | 'receivedMs' | 'json'>,
  from: SeenCheckpoint['from'],
  pointer = '',
): SeenCheckpoint => {
  const parsed = signedCheckpointSchema.safeParse(json);
  // The schema drops members that it does not know; signature and hash count them.
  return {
    exchange,
    receivedMs,
    pointer,
    from,
    json,
    checked: parsed.success ? (json as unknown as SignedCheckpoint) : undefined,
  };
};

const atUrl = ({ exchange, json }: ObjectAnswer) => ({ exchange, receivedMs: exchange.answer.receivedMs, json });

/** Every checkpoint that was met before and during the walk, in that order: at its own address first, then on pages. */
export const checkpoints: Gatherer<readonly SeenCheckpoint[]> = {
  name: 'checkpoints',
  async gather(run) {
    const answer = await run.gather(checkpointAnswer);
    const walked = await run.gather(walk);
    const reading = answer.available ? readObject(answer.value) : undefined;
    const heads = walked.available ? walked.value.heads : [];
    const all = [
      ...(reading?.ok === true ? [seen(atUrl(reading.value), 'url')] : []),
      ...heads.map(({ exchange, receivedMs, checkpoint }) =>
        seen({ exchange, receivedMs, json: checkpoint }, 'page', jsonPointer('checkpoint')),
      ),
    ];
    if (all.length > 0) return available(all);
    if (!answer.available) return answer;
    return walked.available ? available(all) : walked;
  },
};

/** The checkpoint at its own address at the start and at the end of the run, as far as it was there. */
export const checkpointSeries: Gatherer<readonly SeenCheckpoint[]> = {
  name: 'checkpoint-series',
  late: true,
  async gather(run) {
    const before = await run.gather(checkpointAnswer);
    if (!before.available) return before;
    const after = await run.gather(laterCheckpointAnswer);
    const answers = [before.value, ...(after.available ? [after.value] : [])].map(readObject);
    return available(answers.flatMap((reading) => (reading.ok ? [seen(atUrl(reading.value), 'url')] : [])));
  },
};
