import type { Settings } from '../config/settings.js';
import { tenantUrl } from '../tenancy/tenant-host.js';
import { demoFile } from './demo-file.js';

/** Where to go next; for a person, on the terminal. The token is read from its file, so that no log ever has it. */
export function welcome(settings: Settings): string {
  const url = tenantUrl('acme', settings);
  const file = demoFile(settings.dataDir);
  const mail =
    settings.mailUrl === undefined ? `${settings.mailDir}, one file for each` : 'sent through MAIL_URL';
  return `
Kendo runs. Two tenants are there to try: ${url} and ${tenantUrl('globex', settings)}
  API documentation   ${url}/docs
  People and tokens   ${file}
  Mail                ${mail}

Try it as Alice:
  TOKEN=$(node -p "JSON.parse(fs.readFileSync('${file}')).tenants[0].users[0].token")
  curl -H "Authorization: Bearer $TOKEN" ${url}/api/notifications/counts
`;
}
