/** Addresses of inboxes, as paths. */
export const sharedInboxPath = '/inbox';
export const inboxPathTemplate = '/actors/{identifier}/inbox';

/** Whose inbox stands at a path: undefined for the shared one, `none` for no inbox at all. */
export const inboxAt = (path: string): { readonly identifier: string | undefined } | 'none' => {
  if (path === sharedInboxPath) return { identifier: undefined };
  const identifier = /^\/actors\/([^/]+)\/inbox$/.exec(path)?.[1];
  if (identifier === undefined) return 'none';
  try {
    return { identifier: decodeURIComponent(identifier) };
  } catch {
    return 'none';
  }
};
