export { laravelError } from './dialects/native/laravel-errors.js';
export { laravelTime } from './dialects/native/laravel-time.js';
export { laravelErrors, LaravelValidationPipe } from './dialects/native/laravel-validation.js';
export { preferencesInput } from './dialects/native/native-input.js';
export { NativeDialectModule, NativeInboxModule } from './dialects/native/native-dialect.module.js';
export { Profiles } from './dialects/native/profiles.js';
export { Watchables } from './dialects/native/watchables.js';
