/** What the tracker's own subjects are called as collections of items, by their types; any other type is its own. */
export const COLLECTIONS: Readonly<Record<string, string>> = {
  issue: 'issues',
  project: 'projects',
  team: 'teams',
  report: 'reports',
};
