export { ProductiveDialectModule } from './dialects/productive/productive-dialect.module.js';
