import { type Language, languageOf } from '../domain/language.js';
import type { Occurrence } from '../domain/occurrence.js';
import { type Brand, brandOf } from './brand.js';
import { initialsOf } from './initials.js';
import type { Letter } from './letter.js';
import { MAIL_WORDING, type MailWording } from './mail-wording.js';
import { momentOf } from './moment.js';
import { oneLine } from './one-line.js';
import type { TenantSite } from './tenant-sites.js';

/** What the templates fill in. */
export interface MailLayout {
  readonly language: Language;
  readonly site: TenantSite & { readonly initial: string };
  readonly brand: Brand;
  /** The mail's subject and its heading. */
  readonly headline: string;
  /** What mail programs show beside the subject. */
  readonly preview: string;
  /** What it is about, as far as the headline does not say it: `KD-0001 · Mobile App`. */
  readonly about: string;
  readonly actor: { readonly name: string; readonly initials: string } | null;
  readonly when: string | null;
  readonly lines: readonly string[];
  /** Instead of lines, where the template prints HTML. It is printed as it stands. */
  readonly html: string | null;
  readonly button: { readonly label: string; readonly url: string };
  readonly why: string;
  readonly wording: MailWording;
  readonly unsubscribeUrl: string;
}

const PREVIEW_CHARACTERS = 140;
/** Enough for a sentence with a whole title in it. What an app sends may be a letter: it then stands below in full. */
const HEADLINE_CHARACTERS = 320;
const LETTER_HEADLINE_CHARACTERS = 100;

export function layoutOf({ event, reason, to, site, unsubscribeUrl }: Letter): MailLayout {
  const language = languageOf(to.locale);
  const wording = MAIL_WORDING[language];
  const { message, body, url, html = null } = event.toMail(reason, language);
  const { actor, occurredAt } = event.occurrence;
  const isLetter = [...message].length > HEADLINE_CHARACTERS;
  const headline = startOf(message, isLetter ? LETTER_HEADLINE_CHARACTERS : HEADLINE_CHARACTERS);
  const about = namesBeside(headline, event.occurrence);
  const target = webUrl(url, site);
  const why = wording.why[reason];
  return {
    language,
    site: { ...site, initial: initialsOf(site.name, 1) },
    brand: brandOf(site.colour),
    headline,
    preview: startOf(html === null ? (body ?? '') : textIn(html), PREVIEW_CHARACTERS) || about || why,
    about,
    actor: actor && { name: oneLine(actor.name), initials: initialsOf(actor.name) },
    when: occurredAt ? momentOf(occurredAt, language, to.timezone) : null,
    lines: linesOf(isLetter ? [message, body] : [body]),
    html,
    button: target
      ? { label: wording.open, url: target }
      : { label: wording.openSite(site.name), url: site.url },
    why,
    wording,
    unsubscribeUrl,
  };
}

function namesBeside(headline: string, { subject, parent }: Occurrence): string {
  const names = [subject?.key, subject?.title, parent?.title];
  return names.filter((name) => name && !headline.includes(name)).join(' · ');
}

/** A path leads into the tenant's site; what is no web address is no link. */
function webUrl(url: string | null, site: TenantSite): string | null {
  if (url === null || !URL.canParse(url, site.url)) return null;
  const { protocol, href } = new URL(url, site.url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** In one line, and never cut within a character. */
function startOf(text: string, most: number): string {
  const flat = oneLine(text).replace(/\s+/g, ' ');
  const characters = [...flat];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : flat;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What HTML of ours says, in one piece. */
function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function linesOf(texts: readonly (string | null)[]): string[] {
  const whole = texts.flatMap((text) => text?.trimEnd() || []).join('\n\n');
  return whole === '' ? [] : whole.split(/\r\n|\r|\n/);
}
