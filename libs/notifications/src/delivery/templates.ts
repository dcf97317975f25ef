import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const FOLDER = new URL('../../templates/', import.meta.url);

/** Handlebars' own helpers are all that a template may use, and a name that it gets wrong is an error. */
const STRICT: CompileOptions = { strict: true, knownHelpersOnly: true };

/** Escapes everything that is filled in. */
export function htmlTemplate<Context>(name: string): Handlebars.TemplateDelegate<Context> {
  return Handlebars.compile<Context>(source(`${name}.html.hbs`), STRICT);
}

export function textTemplate<Context>(name: string): Handlebars.TemplateDelegate<Context> {
  return Handlebars.compile<Context>(source(`${name}.txt.hbs`), { ...STRICT, noEscape: true });
}

function source(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}
