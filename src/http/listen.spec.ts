import { listenAt } from './listen.js';

const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

it('names the variable whose port is in use', async () => {
  await expect(listenAt('METRICS_PORT', 9464, failing('EADDRINUSE'))).rejects.toThrow(
    'The port 9464 is in use. Set METRICS_PORT to another one.',
  );
});

it('leaves any other failure as it is', async () => {
  await expect(listenAt('PORT', 80, failing('EACCES'))).rejects.toThrow(/^EACCES$/);
});
