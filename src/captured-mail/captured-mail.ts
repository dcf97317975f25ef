import PostalMime, { type Address } from 'postal-mime';
import { slugOf } from '../tenancy/tenant-host.js';

/** A mail as its file tells it. */
export interface CapturedMail {
  /** The slug of the tenant that it came from; none when it is no mail of ours. */
  readonly tenant: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly html: string;
  readonly text: string;
}

const HOW_DATES_READ = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** Of the whole mail, or of its head alone, which has no parts. */
export async function parseCapturedMail(source: Buffer, tenantDomain: string): Promise<CapturedMail> {
  const { headers, from, to = [], subject = '', date, html = '', text = '' } = await PostalMime.parse(source);
  const ownLink = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  return {
    tenant: tenantBehind(ownLink, tenantDomain),
    from: from ? written(from) : '',
    to: to.map(written).join(', '),
    subject,
    date: date ? new Date(date).toLocaleString('en-GB', HOW_DATES_READ) : '',
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    html,
    text: text.trimEnd(),
  };
}

/** The unsubscribe link leads to the tenant's own site, and nobody but us writes it. */
function tenantBehind(link: string, tenantDomain: string): string | undefined {
  const [, url = ''] = /^<([^<>]+)>$/.exec(link) ?? [];
  return URL.canParse(url) ? slugOf(new URL(url).host, tenantDomain) : undefined;
}

function written({ name, address = '' }: Address): string {
  return name ? `${name} <${address}>` : address;
}
