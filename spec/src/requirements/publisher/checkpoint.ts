import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/checkpoint.md`. */
export const checkpointRequirements: readonly RequirementText[] = [
  {
    id: 'CHK-001',
    level: 'MUST',
    title: 'There is a checkpoint',
    text: "The address that the description gives as the feed's `checkpointUrl` MUST answer with the signed checkpoint of the feed, as JSON.",
  },
  {
    id: 'CHK-002',
    level: 'MUST',
    title: 'Members of a checkpoint',
    text: 'A checkpoint MUST carry `type` (`Checkpoint`), `feed`, `epoch`, `position`, `live`, `digest`, `previous`, `time` and `proof`.',
  },
  {
    id: 'CHK-003',
    level: 'MUST',
    title: 'The page at the head carries its checkpoint',
    text: 'A page that reaches the head MUST carry as `checkpoint` the checkpoint of exactly that head: what a reader holds behind this page is what the checkpoint counts.',
  },
  {
    id: 'CHK-004',
    level: 'MUST',
    title: 'A checkpoint names its feed',
    text: "`feed` MUST be the `id` that the feed's pages carry, and `epoch` the epoch of the feed's pages.",
  },
  {
    id: 'CHK-005',
    level: 'MUST',
    title: 'The position is the head',
    text: "`position` MUST be the position of the feed's last change; no entry stands above it.",
  },
  {
    id: 'CHK-006',
    level: 'MUST',
    title: 'Live things are counted',
    text: '`live` MUST be the number of things in the feed whose newest state is an update.',
  },
  {
    id: 'CHK-007',
    level: 'MUST',
    title: 'Time of a checkpoint',
    text: '`time` MUST be an RFC 3339 date-time in UTC, and MUST NOT be later than the moment at which the checkpoint is served, by more than a minute.',
  },
  {
    id: 'CHK-008',
    level: 'MUST',
    title: 'Data hash',
    text: 'The data hash of a thing MUST be the SHA-256, in lower-case hex, of the canonical form (RFC 8785) of its `data` without `@context`, with absolute ids.',
  },
  {
    id: 'CHK-009',
    level: 'MUST',
    title: 'Set digest',
    text: "`digest` MUST be the sum, modulo 2^256, over all live things, of the SHA-256 of the thing's id, a line feed (U+000A) and its data hash, each read as an unsigned big-endian number; written as 64 lower-case hex digits.",
  },
  {
    id: 'CHK-010',
    level: 'MUST',
    title: 'Each checkpoint names the one before',
    text: '`previous` MUST be the SHA-256, in lower-case hex, of the canonical form of an earlier checkpoint with its proof, the last one that has a lower head or is of an earlier epoch; it is `null` only where the publisher made none before.',
  },
  {
    id: 'CHK-011',
    level: 'MUST',
    title: 'The chain only goes forward',
    text: "Within an epoch, a checkpoint's `position` and `time` MUST NOT be lower than those of one before it in the chain.",
  },
  {
    id: 'CHK-012',
    level: 'MUST',
    title: 'One head, one state',
    text: 'Two checkpoints with the same `epoch` and `position` MUST have the same `live` and `digest`.',
  },
  {
    id: 'CHK-013',
    level: 'MUST',
    title: 'Checkpoints are signed',
    text: "`proof` MUST be a Data Integrity proof of the cryptosuite `eddsa-jcs-2022` with `proofPurpose` `assertionMethod`, over the checkpoint without `proof`, and its `created` MUST be the checkpoint's `time`.",
  },
  {
    id: 'CHK-014',
    level: 'MUST',
    title: 'The key stands in the description',
    text: "The proof's `verificationMethod` MUST be the id of a key in the publisher's description whose `validFrom` is not after the checkpoint's `time`, and whose `revoked`, if any, is.",
  },
  {
    id: 'CHK-015',
    level: 'MUST',
    title: 'Keys are listed and stay listed',
    text: "The description's `keys` MUST list every key that signed a checkpoint of the chain, as Multikeys with `validFrom`, also after they were revoked. Where 100 are not enough it MAY leave out the oldest: those that were revoked for a year, and those from before one that the recovery key signed.",
  },
  {
    id: 'CHK-016',
    level: 'MUST',
    title: 'A new key is signed by an old one',
    text: 'Each key but the first MUST carry a `proof` (as in CHK-013) over its own object without `revoked` and `proof`, made by a key that was valid at its `validFrom`, or by the recovery key.',
  },
  {
    id: 'CHK-017',
    level: 'MUST',
    title: 'There is a recovery key',
    text: 'The description MUST give the public part of an offline recovery key as `recoveryKey`, which signs new keys and nothing else.',
  },
];
