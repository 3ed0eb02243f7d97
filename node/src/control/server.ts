import { chmod, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { Fault } from '../model/fault.ts';
import type { FollowRequest, NewsRequest, NodeCommands, PostRequest } from './commands.ts';
import type { ActorRequest, KeyRotation, PlaceMoveRequest } from './commands.ts';
import { controlLimits } from './limits.ts';
import { type AnswerLine, type CommandName, commandNames, requestSchemas, splitLines, stopLine } from './messages.ts';
import { checkSocketPath } from './socket-path.ts';

/** What a command that runs can use. */
interface Call {
  readonly node: NodeCommands;
  readonly body: unknown;
  readonly signal: AbortSignal;
  readonly write: (line: AnswerLine) => Promise<void>;
}

const handlers: Readonly<Record<CommandName, (call: Call) => Promise<unknown>>> = {
  importFile: ({ node, body, write, signal }) =>
    node.importFile(
      // An absent setting stays absent: the schema's `undefined` never comes out of JSON.
      requestSchemas.importFile.parse(body) as Parameters<NodeCommands['importFile']>[0],
      (event) => void write({ progress: event }),
      signal,
    ),
  listSources: ({ node }) => node.listSources(),
  saveSource: ({ node, body }) => node.saveSource(requestSchemas.saveSource.parse(body)),
  removeSource: ({ node, body }) => node.removeSource(requestSchemas.removeSource.parse(body)),
  follow: ({ node, body, write, signal }) =>
    node.follow(requestSchemas.follow.parse(body), (event) => void write({ progress: event }), signal),
  unfollow: ({ node, body }) => node.unfollow(requestSchemas.unfollow.parse(body)),
  listFollowing: ({ node }) => node.listFollowing(),
  pullFollowed: ({ node, body, write, signal }) =>
    node.pullFollowed(
      requestSchemas.pullFollowed.parse(body) as Partial<FollowRequest>,
      (event) => void write({ progress: event }),
      signal,
    ),
  // Absent fields stay absent, as above.
  listActors: ({ node }) => node.listActors(),
  switchActorOn: ({ node, body }) => node.switchActorOn(requestSchemas.switchActorOn.parse(body) as ActorRequest),
  switchActorOff: ({ node, body }) => node.switchActorOff(requestSchemas.switchActorOff.parse(body)),
  movePlace: ({ node, body }) => node.movePlace(requestSchemas.movePlace.parse(body) as PlaceMoveRequest),
  moveNode: ({ node, body }) => node.moveNode(requestSchemas.moveNode.parse(body)),
  sayFormerly: ({ node, body }) => node.sayFormerly(requestSchemas.sayFormerly.parse(body)),
  undoMove: ({ node, body }) => node.undoMove(requestSchemas.undoMove.parse(body) as { place?: string }),
  listMoves: ({ node }) => node.listMoves(),
  listKeys: ({ node }) => node.listKeys(),
  rotateKeys: ({ node, body }) => node.rotateKeys(requestSchemas.rotateKeys.parse(body) as KeyRotation),
  listFollowers: ({ node, body }) => node.listFollowers(requestSchemas.listFollowers.parse(body)),
  tendFollower: ({ node, body }) =>
    node.tendFollower(requestSchemas.tendFollower.parse(body) as Parameters<NodeCommands['tendFollower']>[0]),
  listBlocks: ({ node }) => node.listBlocks(),
  putBlocks: ({ node, body }) => node.putBlocks(requestSchemas.putBlocks.parse(body)),
  removeBlock: ({ node, body }) => node.removeBlock(requestSchemas.removeBlock.parse(body)),
  publishPost: ({ node, body }) => node.publishPost(requestSchemas.publishPost.parse(body) as PostRequest),
  takeNews: ({ node, body }) => node.takeNews(requestSchemas.takeNews.parse(body) as { rows: NewsRequest[] }),
  listPosts: ({ node, body }) =>
    node.listPosts(requestSchemas.listPosts.parse(body) as Parameters<NodeCommands['listPosts']>[0]),
  editPost: ({ node, body }) => node.editPost(requestSchemas.editPost.parse(body)),
  deletePost: ({ node, body }) => node.deletePost(requestSchemas.deletePost.parse(body)),
  listReplies: ({ node, body }) =>
    node.listReplies(requestSchemas.listReplies.parse(body) as Parameters<NodeCommands['listReplies']>[0]),
  showReply: ({ node, body }) => node.showReply(requestSchemas.showReply.parse(body)),
  hideReply: ({ node, body }) => node.hideReply(requestSchemas.hideReply.parse(body)),
  deleteReply: ({ node, body }) => node.deleteReply(requestSchemas.deleteReply.parse(body)),
  exportThings: ({ node, body, write, signal }) =>
    node.exportThings(requestSchemas.exportThings.parse(body), (chunk) => write({ chunk }), signal),
  backup: ({ node, body }) => node.backup(requestSchemas.backup.parse(body)),
  verify: ({ node }) => node.verify(),
  stats: ({ node }) => node.stats(),
};

const nameOf = (path: string): CommandName => {
  const name = commandNames.find((one) => path === `/${one}`);
  if (name === undefined)
    throw new Fault('bad-request', 'The node that runs does not know this command: start it again with this version.');
  return name;
};

const parseRequest = (name: CommandName, line: string): unknown => {
  const { data, error } = requestSchemas[name].safeParse(JSON.parse(line));
  if (error === undefined) return data;
  const problems = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Fault('bad-request', `The node refused the command: ${problems}.`);
};

const asFaultLine = (error: unknown): AnswerLine => ({
  fault:
    error instanceof Fault
      ? { code: error.code, message: error.message }
      : { code: 'internal', message: `The node failed: ${String(error)}. Its log says more.` },
});

export interface ControlServerOptions {
  readonly path: string;
  readonly node: NodeCommands;
  /** Told of failures that are nobody's wrong input. */
  readonly onError: (error: unknown) => void;
}

/**
 * Takes commands on a Unix socket that only this user can open. Whoever calls it holds the data folder, so a socket that stands there already is a dead one.
 * @returns disposing it asks what runs to stop, waits a while, and removes the socket
 * @throws {Fault} `settings-invalid` when the path is too long
 */
export const startControlServer = async ({ path, node, onError }: ControlServerOptions): Promise<AsyncDisposable> => {
  checkSocketPath(path);
  const running = new Set<AbortController>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const stop = new AbortController();
    running.add(stop);
    // Somebody who went away no longer wants it; after the last line this changes nothing.
    response.once('close', () => stop.abort());
    const write = async (line: AnswerLine): Promise<void> => {
      // Progress is only of now: a reader that is behind can do without.
      if (response.destroyed || ('progress' in line && response.writableNeedDrain)) return;
      if (!response.write(`${JSON.stringify(line)}\n`) && !('progress' in line))
        await once(response, 'drain', { signal: stop.signal }).catch(() => {});
    };
    try {
      response.setHeader('content-type', 'application/x-ndjson');
      const name = nameOf(request.method === 'POST' ? (request.url ?? '') : '');
      request.setEncoding('utf8');
      const lines = splitLines(request, controlLimits.requestBytesMax);
      const first = await lines.next();
      const body = parseRequest(name, first.done === true ? '' : first.value);
      response.flushHeaders();
      void (async () => {
        for await (const line of lines) if (line === JSON.stringify(stopLine)) stop.abort();
      })().catch(() => stop.abort());
      const result = await handlers[name]({ node, body, write, signal: stop.signal });
      await write({ result: result ?? null });
    } catch (error) {
      if (!(error instanceof Fault)) onError(error);
      await write(asFaultLine(error));
    } finally {
      running.delete(stop);
      response.end();
    }
  };

  // A request stays open for as long as its command runs.
  const server = createServer({ requestTimeout: 0 }, (request, response) => void answer(request, response));
  // It gets its mode under another name, so that at no instant others can open it, and takes the place of a dead one.
  const unready = join(dirname(path), 'control.new');
  await rm(unready, { force: true });
  server.listen(unready);
  await once(server, 'listening');
  await chmod(unready, 0o600);
  await rename(unready, path);
  server.on('error', onError);

  return {
    async [Symbol.asyncDispose]() {
      await rm(path, { force: true });
      const closed = once(server, 'close');
      server.close();
      for (const stop of running) stop.abort();
      const timer = setTimeout(() => server.closeAllConnections(), controlLimits.stopTimeoutMs);
      await closed;
      clearTimeout(timer);
    },
  };
};
