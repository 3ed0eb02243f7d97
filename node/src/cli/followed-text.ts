import type { FollowedNode, FollowProgress } from '../control/commands.ts';
import { exitCode } from './exit-code.ts';
import { showable, showCount } from './terminal.ts';

const reasonText = ({ reason }: FollowedNode): string =>
  reason === undefined ? '' : `${showable(reason.words)}${reason.url === '' ? '' : ` (${showable(reason.url)})`}`;

/** How far the reading of a feed is, in one line. */
export const followProgressText = ({ phase, entries, live }: FollowProgress): string => {
  switch (phase) {
    case 'waiting':
      return 'waits until others are read';
    case 'sweeping':
      return `clearing away what it no longer has, ${showCount(live)} things here`;
    default:
      return `${showCount(entries)} entries read, ${showCount(live)} things here`;
  }
};

/** What following a node has brought, in sentences. */
export const followResultText = (node: FollowedNode): string => {
  const who = `${showable(node.name)} (${node.origin}) is followed`;
  const things = `${showCount(node.things)} things`;
  switch (node.state) {
    case 'current':
      return `${who}: ${things} are here, as its signed checkpoint counts them.`;
    case 'failed':
      return `${who}, but its feed could not be read to the end: ${reasonText(node)}. ${things} are here. While the node runs it tries again at ${node.nextPull}.`;
    case 'moved':
      return `${who}, but it has moved${node.movedTo === undefined ? '' : ` to ${node.movedTo}`}: ${reasonText(node)}. ${things} are here until it is read there.`;
    case 'differs':
      return `${who}: ${things} are here, but not as its checkpoint counts them: ${reasonText(node)}. While the node runs it reads the feed anew later.`;
    default:
      return `${who}: ${things} are here so far. While the node runs it reads on by itself.`;
  }
};

const digestWords = {
  agrees: 'the digest agrees',
  differs: 'the digest differs',
  unknown: 'not compared yet',
} as const;
const followWords = {
  pulling: 'polled',
  requested: 'asked for notices',
  accepted: 'sends notices',
  rejected: 'sends no notices; polled',
} as const;

/** A followed node in a few lines. */
export const followedText = (node: FollowedNode): string => {
  const { origin, name, state, things, digest, followState, lastPull, leftOut, issues } = node;
  const lines = [
    `${origin}: ${showable(name)}`,
    `  ${state}, ${showCount(things)} things, ${digestWords[digest]}; last read ${lastPull ?? 'never'}; ${followWords[followState]}`,
  ];
  if (node.movedFrom !== undefined) lines.push(`  moved here from ${node.movedFrom}`);
  const reason = reasonText(node);
  if (reason !== '') lines.push(`  ${reason}; next try ${node.nextPull}`);
  if (leftOut > 0) lines.push(`  ${showCount(leftOut)} of its things could not be taken`);
  for (const { id, path, message } of issues)
    lines.push(`  ${showable(id)}${path === '' ? '' : ` ${showable(path)}`}: ${showable(message)}`);
  return lines.join('\n');
};

/** What a command that read feeds ends with. */
export const followExitCode = (nodes: readonly FollowedNode[]): number => {
  if (nodes.some(({ state }) => ['failed', 'differs', 'moved'].includes(state))) return exitCode.failed;
  return nodes.every(({ state }) => state === 'current') ? exitCode.done : exitCode.stopped;
};
