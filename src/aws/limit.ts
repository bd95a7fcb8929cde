import { AsyncLocalStorage } from 'node:async_hooks';
import type { FinalizeRequestMiddleware, MiddlewareStack } from '@smithy/types';
import { isThrottled, readThrown } from './thrown.js';

/** How many requests to one service are on their way at most; S3 Tables readily answers "too many requests". */
export const MOST_AT_ONCE = 16;

/** Of the call that is being made: the SDK hands on the signal that cuts a request, not the one that lets none begin. */
const stops = new AsyncLocalStorage<AbortSignal>();

/** Makes a call, whose requests wait for their turn until `stop` is aborted. */
export function stoppedBy<T>(stop: AbortSignal, call: () => Promise<T>): Promise<T> {
  return stops.run(stop, call);
}

/**
 * How many requests to one service may be on their way at once; the others wait, in the order in which they came.
 * Halved when AWS says that there are too many, and one more again for each row of successes as long as the limit: what
 * TCP does (additive increase, multiplicative decrease), since AWS publishes no numbers.
 */
export class Limit {
  private readonly waiting: (() => void)[] = [];
  private most = MOST_AT_ONCE;
  private inside = 0;
  private successes = 0;
  /** How often it was halved. */
  private halvings = 0;

  /** Sends one request as soon as there is room. Throws what `send` throws; the signal's reason if it is still waiting. */
  async pass<T>(send: () => Promise<T>, stop = stops.getStore()): Promise<T> {
    await this.enter(stop);
    const { halvings } = this;
    try {
      const answer = await send();
      this.succeeded();
      return answer;
    } catch (thrown) {
      // All that were on their way together may be refused: that is one refusal.
      if (isThrottled(readThrown(thrown)) && halvings === this.halvings) this.halve();
      throw thrown;
    } finally {
      this.leave();
    }
  }

  private async enter(stop: AbortSignal | undefined): Promise<void> {
    stop?.throwIfAborted();
    if (this.inside < this.most) {
      this.inside += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        stop?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(stop?.reason as Error);
      };
      stop?.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(enter);
    });
  }

  private leave(): void {
    this.inside -= 1;
    while (this.inside < this.most && this.waiting.length > 0) {
      this.inside += 1;
      this.waiting.shift()?.();
    }
  }

  private succeeded(): void {
    this.successes += 1;
    if (this.successes < this.most || this.most === MOST_AT_ONCE) return;
    this.most += 1;
    this.successes = 0;
  }

  private halve(): void {
    this.most = Math.max(1, Math.floor(this.most / 2));
    this.successes = 0;
    this.halvings += 1;
  }
}

/**
 * Makes each request of a client wait for its turn before it is signed, a repetition as well; while the SDK pauses before
 * it repeats one, that one holds no place. Gives the client.
 */
export function limited<
  I extends object,
  O extends object,
  C extends { readonly middlewareStack: MiddlewareStack<I, O> }
>(client: C & { readonly middlewareStack: MiddlewareStack<I, O> }, limit: Limit): C {
  const inTurn: FinalizeRequestMiddleware<I, O> = (next) => (args) => limit.pass(() => next(args));
  client.middlewareStack.addRelativeTo(inTurn, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'limit'
  });
  return client;
}
