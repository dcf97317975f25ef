import { tearDown } from '../teardown.ts';

export default (): Promise<void> => tearDown('postgres');
