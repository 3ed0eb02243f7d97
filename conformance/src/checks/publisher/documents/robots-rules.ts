/** A group of rules in a robots.txt. Source: RFC 9309. */
interface RobotsGroup {
  readonly agents: readonly string[];
  readonly rules: readonly { readonly allows: boolean; readonly pattern: string; readonly line: string }[];
}

const linesMax = 10_000;

const readGroups = (text: string): readonly RobotsGroup[] => {
  const groups: { agents: string[]; rules: RobotsGroup['rules'][number][] }[] = [];
  let isHead = false;
  for (const raw of text.split(/\r\n?|\n/).slice(0, linesMax)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(raw) ?? [];
    const line = `${name}: ${value.trim()}`;
    switch (name.toLowerCase()) {
      case 'user-agent': {
        const last = groups.at(-1);
        if (isHead && last !== undefined) last.agents.push(value.trim());
        else groups.push({ agents: [value.trim()], rules: [] });
        isHead = true;
        break;
      }
      case 'allow':
      case 'disallow':
        isHead = false;
        // An empty pattern means nothing at all.
        if (value.trim() !== '')
          groups.at(-1)?.rules.push({ allows: name.toLowerCase() === 'allow', pattern: value.trim(), line });
        break;
      default:
    }
  }
  return groups;
};

/** Does a pattern with * and $ fit the beginning of a path? Without a regular expression: a pattern may be made to take for ever. */
const fits = (pattern: string, path: string): boolean => {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  let at = start.length;
  for (const [index, part] of parts.entries()) {
    if (isWhole && index === parts.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
};

/** The longest rule that fits counts; of two as long, the one that allows. */
const disallowing = ({ rules }: RobotsGroup, path: string): string | undefined => {
  const [first] = rules
    .filter(({ pattern }) => fits(pattern, path))
    .toSorted(
      (left, right) => right.pattern.length - left.pattern.length || Number(right.allows) - Number(left.allows),
    );
  return first === undefined || first.allows ? undefined : first.line;
};

/** The rule that keeps some robot from a path, and the robot; undefined when none does. */
export const robotsRuleAgainst = (
  text: string,
  path: string,
): { readonly agent: string; readonly line: string } | undefined => {
  for (const group of readGroups(text)) {
    const line = disallowing(group, path);
    if (line !== undefined) return { agent: group.agents.join(', '), line };
  }
  return undefined;
};
