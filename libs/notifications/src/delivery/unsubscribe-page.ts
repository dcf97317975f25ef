import { Injectable } from '@nestjs/common';
import type { Language } from '../domain/language.js';
import { type Brand, brandOf } from './brand.js';
import { initialsOf } from './initials.js';
import { htmlTemplate } from './templates.js';
import type { TenantSite } from './tenant-sites.js';

interface PageContext extends PageText {
  readonly language: Language;
  readonly site: TenantSite & { readonly initial: string };
  readonly brand: Brand;
}

interface PageText {
  readonly title: string;
  readonly text: string;
  /** What the button says; none when there is nothing left to do. */
  readonly button: string | null;
}

const ASK: Readonly<Record<Language, PageText>> = {
  en: {
    title: 'Stop mail notifications?',
    text: 'You will still find everything in your inbox in the app.',
    button: 'Stop all mail notifications',
  },
  nl: {
    title: 'E-mailmeldingen stoppen?',
    text: 'Je vindt alles nog in je inbox in de app.',
    button: 'Alle e-mailmeldingen stoppen',
  },
};

const DONE: Readonly<Record<Language, PageText>> = {
  en: {
    title: 'Mail notifications are off',
    text: 'You can turn them on again in your profile.',
    button: null,
  },
  nl: {
    title: 'E-mailmeldingen staan uit',
    text: 'Je kunt ze in je profiel weer aanzetten.',
    button: null,
  },
};

/** The page behind the link in a mail. */
@Injectable()
export class UnsubscribePage {
  private readonly template = htmlTemplate<PageContext>('unsubscribe');

  ask(language: Language, site: TenantSite): string {
    return this.render(language, site, ASK[language]);
  }

  done(language: Language, site: TenantSite): string {
    return this.render(language, site, DONE[language]);
  }

  private render(language: Language, site: TenantSite, text: PageText): string {
    const initial = initialsOf(site.name, 1);
    return this.template({ language, site: { ...site, initial }, brand: brandOf(site.colour), ...text });
  }
}
