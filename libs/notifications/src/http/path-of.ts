/** The path of a URL as a router reads it: without the query and a last slash, and decoded where it can be. */
export function pathOf(url: string): string {
  const path = url.replace(/\?.*/s, '').replace(/\/$/, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
