export { MondayDialectModule } from './dialects/monday/monday-dialect.module.js';
export type { MondayTargets } from './dialects/monday/monday-targets.js';
