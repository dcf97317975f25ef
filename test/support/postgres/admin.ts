import { Client } from 'pg';

/** A superuser's connection for as long as `body` runs. */
export async function asAdmin<Result>(
  url: string,
  body: (admin: Client) => Promise<Result>,
): Promise<Result> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    return await body(admin);
  } finally {
    await admin.end();
  }
}
