import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What stands at a path of a folder. */
export type FoundFile =
  | { readonly found: 'file'; readonly file: string }
  /** A folder with a page of its own: static servers send its address without a slash on to the one with it. */
  | { readonly found: 'folder' }
  | { readonly found: 'nothing' };

const nothing: FoundFile = { found: 'nothing' };

/** The real path of a file in the folder; undefined where there is none, or where a link leads out of it. */
const fileAt = async (folder: string, path: string): Promise<string | undefined> => {
  try {
    const file = await realpath(join(folder, path));
    return file.startsWith(folder + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
};

const decode = (pathname: string): string | undefined => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
};

/**
 * Finds what a static server would answer with.
 * @param folder its real path
 * @param pathname as URLs have it
 */
export const findFile = async (folder: string, pathname: string): Promise<FoundFile> => {
  const path = decode(pathname);
  // `..` that a URL has kept was escaped in it: nobody asks so who means well.
  if (path === undefined || path.includes('\0') || path.split(/[/\\]/).includes('..')) return nothing;
  const candidates = path.endsWith('/') ? [`${path}index.html`, `${path}index.json`] : [path, `${path}.html`];
  for (const candidate of candidates) {
    const file = await fileAt(folder, candidate);
    if (file !== undefined) return { found: 'file', file };
  }
  if (path.endsWith('/')) return nothing;
  if ((await fileAt(folder, `${path}/index.html`)) !== undefined) return { found: 'folder' };
  const json = await fileAt(folder, `${path}.json`);
  return json === undefined ? nothing : { found: 'file', file: json };
};
