import { formatDigest } from '@openstraat/spec';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import type { ChangeLog } from '../log/change-log.ts';
import { exportThings } from '../output/export/export-things.ts';
import type { PlaceIndex } from '../project/place-index.ts';
import { listSources } from './sources.ts';
import type { KeptWhereabouts } from './whereabouts.ts';

interface LogCommandParts {
  readonly log: ChangeLog;
  readonly views: { readonly places: Pick<PlaceIndex, 'follow' | 'probableDuplicates'> };
  readonly whereabouts: Pick<KeptWhereabouts, 'movedTo'>;
  readonly settings: Pick<NodeSettings, 'name' | 'origin'>;
}

/** What the operator can ask of the log as it is. */
export const createLogCommands = ({
  log,
  views,
  whereabouts,
  settings,
}: LogCommandParts): Pick<NodeCommands, 'exportThings' | 'stats' | 'verify'> => ({
  async exportThings({ format }, write, signal) {
    let written = 0;
    for await (const { text, things } of exportThings(log, format)) {
      if (signal?.aborted === true) break;
      await write(text);
      written += things;
    }
    return { things: written };
  },
  async stats() {
    await views.places.follow(log);
    const head = log.head();
    const movedTo = whereabouts.movedTo();
    return {
      name: settings.name,
      origin: settings.origin,
      ...(movedTo === undefined ? {} : { movedTo }),
      epoch: head.epoch,
      position: head.position,
      digest: formatDigest(head.digest),
      live: head.live,
      liveByKind: head.liveByKind,
      tombstones: head.tombstones,
      sources: (await listSources(log)).length,
      probableDuplicates: views.places.probableDuplicates().map(({ ids: [first, second], because }) => ({
        first: settings.origin + first,
        second: settings.origin + second,
        reason: because === 'near' ? 'the same name, and near each other' : 'the same name and address',
      })),
    };
  },
  async verify() {
    return { problems: [...(await log.verify())], things: log.head().live };
  },
});
