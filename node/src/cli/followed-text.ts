import type { FollowedNode, FollowProgress } from '../control/commands.ts';
import { exitCode } from './exit-code.ts';
import { showable, showAmount, showCount } from './terminal.ts';

const reasonText = ({ reason }: FollowedNode): string =>
  reason === undefined ? '' : `${showable(reason.words)}${reason.url === '' ? '' : ` (${showable(reason.url)})`}`;

/** How far the reading of a feed is, in one line. */
export const followProgressText = ({ phase, entries, live }: FollowProgress): string => {
  switch (phase) {
    case 'waiting':
      return 'waits until others are read';
    case 'sweeping':
      return `clearing away what it no longer has, ${showAmount(live, 'thing')} here`;
    default:
      return `${showAmount(entries, 'entry', 'entries')} read, ${showAmount(live, 'thing')} here`;
  }
};

/** What following a node has brought, in sentences. */
export const followResultText = (node: FollowedNode): string => {
  const who = `${showable(node.name)} (${node.origin}) is followed`;
  const things = showAmount(node.things, 'thing');
  const are = node.things === 1 ? 'is' : 'are';
  switch (node.state) {
    case 'current':
      return `${who}: ${things} ${are} here, as its signed checkpoint counts them.`;
    case 'failed':
      return `${who}, but its feed could not be read to the end: ${reasonText(node)}. ${things} ${are} here. While the node runs it tries again at ${node.nextPull}.`;
    case 'moved':
      return `${who}, but it has moved${node.movedTo === undefined ? '' : ` to ${node.movedTo}`}: ${reasonText(node)}. ${things} ${are} here until it is read there.`;
    case 'differs':
      return `${who}: ${things} ${are} here, but not as its checkpoint counts them: ${reasonText(node)}. While the node runs it reads the feed anew later.`;
    default:
      return `${who}: ${things} ${are} here so far. While the node runs it reads on by itself.`;
  }
};

const digestWords = {
  agrees: 'the digest agrees',
  differs: 'the digest differs',
  unknown: 'not compared yet',
} as const;
/** What could not be read may be another by now. */
const digestText = ({ digest, state }: FollowedNode): string =>
  digest === 'agrees' && state !== 'current' ? 'the digest agreed when it was last read' : digestWords[digest];
const followWords = {
  pulling: 'polled',
  requested: 'asked for notices',
  accepted: 'sends notices',
  rejected: 'sends no notices; polled',
} as const;

/** A followed node in a few lines. */
export const followedText = (node: FollowedNode): string => {
  const { origin, name, state, things, followState, lastPull, leftOut, issues } = node;
  const lines = [
    `${origin}: ${showable(name)}`,
    `  ${state}, ${showAmount(things, 'thing')}, ${digestText(node)}; last read ${lastPull ?? 'never'}; ${followWords[followState]}`,
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
