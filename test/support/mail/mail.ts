import PostalMime from 'postal-mime';

/** A mail as its reader sees it, wherever it was caught. */
export interface Mail {
  readonly to: readonly string[];
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A header's value, unfolded; `undefined` when the mail has none of this name. */
  header(name: string): string | undefined;
  readonly raw: string;
}

export async function parseMail(raw: Buffer): Promise<Mail> {
  const { headers, from, to = [], subject = '', text = '', html = '' } = await PostalMime.parse(raw);
  return {
    to: to.flatMap((address) => address.address ?? []),
    from: { name: from?.name ?? '', address: from?.address ?? '' },
    subject,
    text,
    html,
    header: (name) => headers.find(({ key }) => key === name.toLowerCase())?.value,
    raw: raw.toString('utf8'),
  };
}
