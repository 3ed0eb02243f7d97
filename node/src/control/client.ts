import { once } from 'node:events';
import { createConnection } from 'node:net';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { Fault } from '../model/fault.ts';
import type {
  ActorListing,
  KeyListing,
  FollowedNode,
  ImportReport,
  NodeCommands,
  NodeStats,
  SourceListing,
} from './commands.ts';
import { controlLimits } from './limits.ts';
import { type AnswerLine, type CommandName, splitLines, stopLine } from './messages.ts';
import { checkSocketPath } from './socket-path.ts';

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Gets events as they come: the command that was called says what they are. */
  readonly progress?: (event: never) => void;
  readonly chunk?: (text: string) => Promise<void> | void;
}

const wentAway = (cause?: unknown): Fault =>
  new Fault('internal', 'The node stopped before it had answered. Look at its log, start it, and try again.', {
    cause,
  });

/** Does a node answer at this path? */
const isAnswered = async (path: string): Promise<boolean> => {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // A socket without a process is what a killed node leaves behind.
    if (['ENOENT', 'ENOTDIR', 'ECONNREFUSED'].includes(code)) return false;
    throw new Fault(
      'data-folder-busy',
      `The control socket ${path} can't be opened (${code}). Run this as the user that the node runs as.`,
      { cause: error },
    );
  } finally {
    socket.destroy();
  }
};

/** Asks a running node one thing. @throws {Fault} what the node answered, or `internal` when it went away */
const call = async (path: string, name: CommandName, body: unknown, options: CallOptions): Promise<unknown> => {
  const { signal, progress, chunk } = options;
  const request = httpRequest({ socketPath: path, path: `/${name}`, method: 'POST', agent: false });
  const stop = (): void => void request.write(`${JSON.stringify(stopLine)}\n`);
  try {
    request.write(`${JSON.stringify(body)}\n`);
    const [response] = (await once(request, 'response').catch((error: unknown) => {
      throw wentAway(error);
    })) as [IncomingMessage];
    // From here on a lost connection shows as an answer without end.
    request.on('error', () => {});
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    response.setEncoding('utf8');
    for await (const text of linesOf(response)) {
      const line = JSON.parse(text) as AnswerLine;
      if ('progress' in line) progress?.(line.progress as never);
      else if ('chunk' in line) await chunk?.(line.chunk);
      else if ('fault' in line) throw new Fault(line.fault.code, line.fault.message);
      else return line.result;
    }
    throw wentAway();
  } finally {
    signal?.removeEventListener('abort', stop);
    request.destroy();
  }
};

async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  try {
    yield* splitLines(response, controlLimits.answerBytesMax);
  } catch (error) {
    throw error instanceof Fault ? error : wentAway(error);
  }
}

/**
 * The node that runs on a data folder, as something to command.
 * @returns undefined when none answers at this path
 * @throws {Fault} `settings-invalid` when the path is too long
 */
export const connectToNode = async (path: string): Promise<NodeCommands | undefined> => {
  checkSocketPath(path);
  if (!(await isAnswered(path))) return undefined;
  const ask = async <T>(name: CommandName, body: unknown, options: CallOptions = {}): Promise<T> =>
    (await call(path, name, body, options)) as T;
  return {
    importFile: (body, progress, signal) => ask<ImportReport>('importFile', body, { progress, signal }),
    listSources: () => ask<SourceListing[]>('listSources', {}),
    saveSource: async (body) => void (await ask('saveSource', body)),
    removeSource: (body) => ask('removeSource', body),
    follow: (body, progress, signal) => ask<FollowedNode>('follow', body, { progress, signal }),
    unfollow: (body) => ask<FollowedNode>('unfollow', body),
    listFollowing: () => ask<FollowedNode[]>('listFollowing', {}),
    pullFollowed: (body, progress, signal) => ask<FollowedNode[]>('pullFollowed', body, { progress, signal }),
    listActors: () => ask<ActorListing[]>('listActors', {}),
    switchActorOn: (body) => ask<ActorListing>('switchActorOn', body),
    switchActorOff: (body) => ask<ActorListing>('switchActorOff', body),
    movePlace: (body) => ask('movePlace', body),
    moveNode: (body) => ask('moveNode', body),
    sayFormerly: (body) => ask('sayFormerly', body),
    undoMove: (body) => ask('undoMove', body),
    listMoves: () => ask('listMoves', {}),
    listKeys: () => ask<KeyListing[]>('listKeys', {}),
    rotateKeys: (body) => ask<KeyListing[]>('rotateKeys', body),
    listFollowers: (body) => ask('listFollowers', body),
    tendFollower: (body) => ask('tendFollower', body),
    listBlocks: () => ask('listBlocks', {}),
    putBlocks: (body) => ask('putBlocks', body),
    removeBlock: (body) => ask('removeBlock', body),
    publishPost: (body) => ask('publishPost', body),
    takeNews: (body) => ask('takeNews', body),
    listPosts: (body) => ask('listPosts', body),
    editPost: (body) => ask('editPost', body),
    deletePost: (body) => ask('deletePost', body),
    listReplies: (body) => ask('listReplies', body),
    showReply: (body) => ask('showReply', body),
    hideReply: (body) => ask('hideReply', body),
    deleteReply: async (body) => void (await ask('deleteReply', body)),
    exportThings: (body, write, signal) => ask('exportThings', body, { chunk: write, signal }),
    backup: (body) => ask('backup', body),
    verify: () => ask('verify', {}),
    stats: () => ask<NodeStats>('stats', {}),
  };
};
