import { provision } from '../support/services/provision.ts';
import type { Service, Way } from '../support/services/service.ts';

const queue: Service = {
  title: 'Queue 7',
  variable: 'QUEUE_URL',
  advice: 'Install queue-server',
  debianPackage: 'queue-server',
  container: { image: 'queue:7', port: 1, environment: {}, url: String },
  answers: (url) =>
    url === 'queue://up' ? Promise.resolve() : Promise.reject(new Error('connection refused')),
  startLocally: () => Promise.reject(new Error('no queue-server on this machine')),
};

const closed = (name: string): Way => ({ name, open: () => Promise.reject(new Error(`no ${name}`)) });
const open = (name: string): Way => ({
  name,
  open: () => Promise.resolve({ url: `queue://${name}`, origin: name, stop: () => Promise.resolve() }),
});

test('the server that the environment names comes before everything', async () => {
  const surroundings = { env: { QUEUE_URL: 'queue://up' }, ways: [open('Docker')], log: () => {} };

  expect(await provision(queue, surroundings)).toMatchObject({
    url: 'queue://up',
    origin: 'as QUEUE_URL says',
  });
});

test('a named server that is down is an error, and no other server takes its place', async () => {
  const surroundings = { env: { QUEUE_URL: 'queue://down' }, ways: [open('Docker')], log: () => {} };

  await expect(provision(queue, surroundings)).rejects.toThrow('connection refused');
});

test('the first way that is open is taken, and the log says which', async () => {
  const log = jest.fn();
  const ways = [closed('Docker'), open('binaries'), open('packages')];

  expect(await provision(queue, { env: {}, ways, log })).toMatchObject({ origin: 'binaries' });
  expect(log).toHaveBeenCalledWith('Queue 7 for the tests: binaries');
});

test('where no way is open, one message names each reason and what to install', async () => {
  const ways = [closed('Docker'), closed('packages')];

  await expect(provision(queue, { env: {}, ways, log: () => {} })).rejects.toThrow(
    'The tests need Queue 7 and found none.\n  Docker: no Docker\n  packages: no packages\n' +
      'Install queue-server, or set QUEUE_URL to one that runs.',
  );
});
