import { Injectable } from '@nestjs/common';
import type { Caller } from '../domain/caller.js';
import type { Failure } from './failure.js';
import { pathOf } from './path-of.js';

/** A failure as one dialect's clients expect it. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: unknown;
  /** JSON in UTF-8 unless it says otherwise. */
  readonly contentType?: string;
}

/** What an answer may tell of its request. */
export interface AnsweredRequest {
  /** With its query. */
  readonly url: string;
  /** The host's own name for the request, where it gives one. */
  readonly id?: unknown;
  /** Who called, once the guard has found them. */
  readonly caller?: Caller;
}

export type ErrorShape = (failure: Failure, request: AnsweredRequest) => ErrorAnswer;

/**
 * Which dialect speaks on which paths: errors that come before its controllers, which tell their own (`TellsErrors`),
 * are told in its shape too, such as that of a malformed body.
 */
@Injectable()
export class ErrorShapes {
  private readonly shapes: { path: RegExp; shape: ErrorShape }[] = [];

  /** A dialect's module calls it once for its paths. */
  claim(path: RegExp, shape: ErrorShape): void {
    this.shapes.push({ path, shape });
  }

  at(url: string): ErrorShape | undefined {
    const asked = pathOf(url);
    return this.shapes.find(({ path }) => path.test(asked))?.shape;
  }
}
