import { showsCapturedMail } from '../captured-mail/captured-mail.module.js';
import type { Settings } from '../config/settings.js';
import { type Demo, demoFile } from './demo-file.js';

/** Where to go next; for a person, on the terminal. The token is read from its file, so that no log ever has it. */
export function welcome(settings: Settings, { tenants }: Demo): string {
  const [first, guest] = [tenants[0], tenants.at(-1)];
  const file = demoFile(settings.dataDir);
  return `
Kendo runs. Tenants are there to try: ${tenants.map(({ url }) => url).join(' ')}
  API documentation   ${first?.url}/docs
  People and tokens   ${file}
  Mail                ${showsCapturedMail(settings) ? `${first?.url}/mails, and so at each` : mailPlace(settings)}

Try it as ${guest?.users[0]?.name}:
  TOKEN=$(node -p "JSON.parse(fs.readFileSync('${file}')).tenants.at(-1).users[0].token")
  curl -H "Authorization: Bearer $TOKEN" ${guest?.url}/api/notifications/threads
`;
}

function mailPlace({ mailUrl, mailDir }: Settings): string {
  return mailUrl === undefined ? `${mailDir}, one file for each` : 'sent through MAIL_URL';
}
