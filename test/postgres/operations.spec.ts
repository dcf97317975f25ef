import { fileURLToPath } from 'node:url';
import { eventually } from '../support/eventually.ts';
import { Client } from '../support/http-client.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Link } from '../support/link.ts';
import { metricsAt } from '../support/metrics.ts';
import { freePort } from '../support/process/free-port.ts';
import { run } from '../support/process/run.ts';
import { emptyRedisDatabase } from '../support/redis-database.ts';
import { Scene } from '../support/scene.ts';

const DRAIN_SECONDS = 1;
const CHECK = fileURLToPath(new URL('../../docker/healthcheck.js', import.meta.url));

/** What whoever runs it sees of a server and a worker, behind a proxy on port 80. */
describe('a server and a worker in operation', () => {
  let redis: Link;
  let kendo: Kendo;
  let scene: Scene;
  let [server, worker]: [number, number] = [0, 0];

  beforeAll(async () => {
    redis = await Link.to(await emptyRedisDatabase());
    [server, worker] = [await freePort(), await freePort()];
    const settings = {
      DELIVERY: 'off',
      REDIS_URL: redis.url,
      PUBLIC_URL: 'http://localhost',
      METRICS_PORT: String(server),
      DRAIN_SECONDS: String(DRAIN_SECONDS),
    };
    kendo = await startKendo({ settings });
    kendo.startWorker({ METRICS_PORT: String(worker) });
    scene = new Scene(kendo);
    await eventually(() => metricsAt(worker));
  });
  afterAll(async () => {
    await kendo?.stop();
    await redis?.down();
  });

  const health = async (port: number) => {
    const { status, body } = await new Client(port, 'localhost').get<{ status: string }>('/health/ready');
    return [status, body.status];
  };

  /** Polls the page until it says all of this. */
  const tells = (port: number, expected: Readonly<Record<string, unknown>>) =>
    eventually(async () => {
      const series = await metricsAt(port);
      const found = Object.fromEntries(Object.keys(expected).map((name) => [name, series.get(name)]));
      expect(found).toEqual(expected);
    });

  test('each counts what it does, and both tell what waits', async () => {
    await kendo.sink.down();
    const issue = await scene.issue('alice');
    await scene.comment('bob', issue);
    const waiting = { 'kendo_waiting{kind="events"}': 0, 'kendo_waiting{kind="mail"}': 1 };

    await tells(server, { ...waiting, kendo_events_recorded_total: 1, kendo_events_fanned_out_total: 0 });
    await tells(worker, {
      ...waiting,
      'kendo_oldest_waiting_seconds{kind="mail"}': expect.any(Number),
      kendo_events_recorded_total: 0,
      kendo_events_fanned_out_total: 1,
      kendo_fan_out_lag_seconds_count: 1,
      kendo_inbox_rows_total: 1,
      kendo_mail_paused: 1,
      'kendo_deliveries_failed_total{channel="mail",reason="way"}': expect.any(Number),
    });
    expect((await metricsAt(worker)).get('kendo_oldest_waiting_seconds{kind="mail"}')).toBeGreaterThan(0);

    await kendo.sink.up();
    await tells(worker, {
      'kendo_waiting{kind="mail"}': 0,
      'kendo_oldest_waiting_seconds{kind="mail"}': 0,
      'kendo_work_under_way{kind="mail"}': 0,
      kendo_mail_paused: 0,
      'kendo_deliveries_sent_total{channel="mail"}': 1,
    });
  });

  test('a mail links to where people come in', async () => {
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('carol') });
    await eventually(async () => {
      const [mail] = await kendo.mailsTo('carol@acme.example');
      expect(mail?.text).toContain(issue.title);
      expect(mail?.header('list-unsubscribe')).toMatch(/^<http:\/\/acme\.localhost\/unsubscribe\//);
    });
  });

  test('requests are measured by route, and nothing is told of any one tenant', async () => {
    const issue = await scene.issue('alice');
    await kendo.as('alice').get(`/api/projects/${issue.project_id}/issues/${issue.key}`);
    await kendo.as('alice').get(`/api/${issue.key}`);
    const names = [...(await metricsAt(server)).keys()];
    const route = 'route="/api/projects/:project/issues/:issue",status="200"';

    expect(names).toContain(`kendo_http_request_duration_seconds_count{method="GET",${route}}`);
    expect(names).toContain(
      'kendo_http_request_duration_seconds_count{method="GET",route="none",status="404"}',
    );
    expect(names.filter((name) => /acme|globex|tenant|KD-/.test(name))).toEqual([]);
  });

  test('without Redis both are degraded, and ready all the same', async () => {
    await tells(worker, { kendo_redis_up: 1 });
    expect([await health(server), await health(worker)]).toEqual([
      [200, 'ok'],
      [200, 'ok'],
    ]);
    await redis.down();
    await tells(server, { kendo_redis_up: 0 });
    await tells(worker, { kendo_redis_up: 0 });

    expect([await health(server), await health(worker), await health(kendo.port)]).toEqual([
      [200, 'degraded'],
      [200, 'degraded'],
      [200, 'degraded'],
    ]);
    await redis.up();
    await eventually(async () => expect(await health(kendo.port)).toEqual([200, 'ok']));
  });

  test("the image's health check finds both well, and a port that is shut not", async () => {
    const check = (port: number) => run(process.execPath, [CHECK], { env: { METRICS_PORT: String(port) } });

    await expect(Promise.all([check(server), check(worker)])).resolves.toEqual(['', '']);
    await expect(check(await freePort())).rejects.toThrow('ECONNREFUSED');
  });

  test('asked to stop, it says that it goes, and serves on until that is known', async () => {
    const begin = performance.now();
    const end = kendo.kill('SIGTERM');
    await eventually(async () => expect(await health(server)).toEqual([503, 'shutting_down']), { every: 10 });
    const answer = await kendo.as('alice').get('/api/notifications/counts');

    expect([answer.status, answer.headers.connection]).toEqual([200, 'close']);
    expect(await health(kendo.port)).toEqual([503, 'shutting_down']);
    expect(await end).toEqual({ code: 0, signal: null });
    expect(performance.now() - begin).toBeGreaterThan(DRAIN_SECONDS * 1_000);
  });
});
