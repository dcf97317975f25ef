import addressparser from 'nodemailer/lib/addressparser';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** One address and nothing that SMTP or a header would read as more than that. */
export function isAddress(text: string): boolean {
  return /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(text);
}

/** Reads one mailbox as people write it: `Kendo <no-reply@kendo.dev>` or the bare address. */
export function mailboxOf(text: string): Mailbox {
  const [first, ...others] = addressparser(text, { flatten: true });
  if (!first || others.length > 0 || !isAddress(first.address)) {
    throw new Error(`"${text}" is not one mail address, such as Kendo <no-reply@example.com>.`);
  }
  return { name: first.name, address: first.address };
}
