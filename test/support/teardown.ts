type Undo = () => Promise<void>;

const undos = new Map<string, Undo[]>();

/** What a project's global set-up made, for its global tear-down, which Jest loads into the same process. */
export function atTeardown(project: string, undo: Undo): void {
  undos.set(project, [undo, ...(undos.get(project) ?? [])]);
}

/** Undoes all, the newest first. */
export async function tearDown(project: string): Promise<void> {
  for (const undo of undos.get(project) ?? []) await undo();
}
