import { openAsBlob } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { FetchFunction } from '../fetching/transport.ts';
import { findFile } from './find-file.ts';
import { mediaTypeOfFile } from './media-type-of.ts';

/** Thrown when what should be a folder of files is none. */
export class FolderInvalidError extends Error {
  readonly code = 'folder-invalid';
}

const plain = (status: number, words: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

/**
 * Answers from a folder of files as a static server does: no negotiation, media types by name, queries left aside.
 * @throws {FolderInvalidError}
 */
export const folderFetch = async (folder: string): Promise<FetchFunction> => {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new FolderInvalidError(`${folder} is not there`, { cause });
  });
  if (!(await stat(root)).isDirectory()) throw new FolderInvalidError(`${folder} is not a folder`);
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Files are only read.\n', { allow: 'GET, HEAD' });
    const { pathname } = new URL(url);
    const found = await findFile(root, pathname);
    if (found.found === 'folder') return plain(301, '', { location: `${pathname}/` });
    if (found.found === 'nothing') return plain(404, 'There is nothing here.\n');
    const body = await openAsBlob(found.file);
    const headers = { 'content-type': mediaTypeOfFile(found.file), 'content-length': String(body.size) };
    return new Response(method === 'HEAD' ? null : body, { status: 200, headers });
  };
};
