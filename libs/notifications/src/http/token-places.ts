import { Injectable } from '@nestjs/common';
import { pathOf } from './path-of.js';
import type { TokenPlace } from './presented-token.js';

/** Where the clients of which paths put their token; to be asked before a route is found, or its body read. */
@Injectable()
export class TokenPlaces {
  private readonly claims: { path: RegExp; places: readonly TokenPlace[] }[] = [];

  /** A dialect's module calls it once for its paths. */
  claim(path: RegExp, ...places: readonly TokenPlace[]): void {
    this.claims.push({ path, places });
  }

  /** `undefined` on no dialect's path. */
  at(url: string): readonly TokenPlace[] | undefined {
    const asked = pathOf(url);
    return this.claims.find(({ path }) => path.test(asked))?.places;
  }
}
