/** What stands in a circle for somebody: `BS` of Bob Smith, `A` of Acme. */
export function initialsOf(name: string, most = 2): string {
  const words = name.trim().split(/\s+/);
  const chosen = most > 1 && words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return chosen
    .map((word = '') => [...word].slice(0, 1).join(''))
    .join('')
    .toUpperCase();
}
