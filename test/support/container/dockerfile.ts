import { readFileSync } from 'node:fs';

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** A Dockerfile as its instructions, continued lines joined; comments are left out. */
export class Dockerfile {
  private readonly instructions: readonly Instruction[];

  constructor(path: string) {
    const text = readFileSync(path, 'utf8').replace(/^#.*\n/gm, '');
    const lines = text
      .replace(/\\\n\s*/g, '')
      .split('\n')
      .filter(Boolean);
    this.instructions = lines.map((line) => {
      const [name = '', ...words] = line.split(' ');
      return { name, rest: words.join(' ') };
    });
  }

  /** What stands behind each instruction of this name. */
  all(name: string): string[] {
    return this.instructions.filter((one) => one.name === name).map(({ rest }) => rest);
  }

  /** The last one counts. */
  last(name: string): string {
    return this.all(name).at(-1) ?? '';
  }

  get stages(): { readonly image: string; readonly name: string | undefined }[] {
    return this.all('FROM').map((from) => {
      const [image = '', , name] = from.split(' ');
      return { image, name };
    });
  }

  /** Images that come from elsewhere, and not from a stage before. */
  get baseImages(): string[] {
    const names = this.stages.map(({ name }) => name);
    return this.stages.map(({ image }) => image).filter((image) => !names.includes(image));
  }

  /** What is copied from the folder that is built, and from which stage the rest. */
  get copies(): { readonly from: string | undefined; readonly sources: readonly string[] }[] {
    return this.all('COPY').map((copy) => {
      const words = copy.split(' ');
      const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
      return { from, sources: words.slice(0, -1) };
    });
  }

  get environment(): Record<string, string> {
    const pairs = this.all('ENV').flatMap((env) => env.split(' '));
    return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
  }
}
