/**
 * What the author of a reply is called: `@name@host`, or the host alone where no fitting name is known.
 * A name is whatever its server says, so only letters and digits of the kind that handles are made of pass: nothing that looks like somebody else.
 * @param sender address of the author's actor
 * @param handle what that actor says, `name@host`
 */
export const nameAuthor = (sender: string, handle: string | undefined, nameCharactersMax: number): string => {
  const { host } = new URL(sender);
  const name = handle?.endsWith(`@${host}`) === true ? handle.slice(0, -host.length - 1) : '';
  return name.length <= nameCharactersMax && /^[\w.-]+$/.test(name) ? `@${name}@${host}` : host;
};
