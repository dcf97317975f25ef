export { MondayDialectModule } from './dialects/monday/monday-dialect.module.js';
