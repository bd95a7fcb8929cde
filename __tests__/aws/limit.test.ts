import { describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { makeAws } from '../../src/aws/index.js';
import { Limit, MOST_AT_ONCE } from '../../src/aws/limit.js';
import { testContext, withServer } from './support.js';

const throttled = Object.assign(new Error('slow down'), {
  name: 'TooManyRequestsException',
  $fault: 'client'
});
/** Lets all go on that can. */
const settle = (): Promise<void> => new Promise(setImmediate);

/** A service of which each request is answered by hand. */
class Service {
  readonly limit = new Limit();
  /** Those on their way, the oldest first. */
  readonly open: {
    readonly name: number;
    readonly answer: () => void;
    readonly refuse: (error: Error) => void;
  }[] = [];
  readonly sent: number[] = [];
  readonly ended: unknown[] = [];
  private count = 0;

  async ask(times: number, stop?: AbortSignal): Promise<void> {
    for (let at = 0; at < times; at += 1) {
      const name = (this.count += 1);
      const send = (): Promise<void> =>
        new Promise((answer, refuse) => {
          this.sent.push(name);
          this.open.push({ name, answer, refuse });
        });
      void this.limit.pass(send, stop).then(
        () => this.ended.push(name),
        (error: unknown) => this.ended.push(error)
      );
    }
    await settle();
  }

  async answer(times: number): Promise<void> {
    for (let at = 0; at < times; at += 1) {
      this.open.shift()?.answer();
      await settle();
    }
  }

  async refuse(times: number, error: Error): Promise<void> {
    for (const { refuse } of this.open.splice(0, times)) refuse(error);
    await settle();
  }
}

/** How many are let in while many wait. */
async function room(service: Service): Promise<number> {
  await service.ask(2 * MOST_AT_ONCE);
  return service.open.length;
}

describe('a limit on what runs at once', () => {
  test('lets so many in, the others when there is room, in the order in which they came', async () => {
    const service = new Service();
    await service.ask(100);
    expect(service.open).toHaveLength(MOST_AT_ONCE);
    await service.answer(3);
    expect(service.open).toHaveLength(MOST_AT_ONCE);
    await service.answer(100);
    expect(service.sent).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    expect(service.ended).toHaveLength(100);
  });

  test('is halved where AWS throttles, once for all that were on their way together', async () => {
    const service = new Service();
    expect(await room(service)).toBe(MOST_AT_ONCE);
    await service.refuse(MOST_AT_ONCE, throttled);
    expect(service.open).toHaveLength(MOST_AT_ONCE / 2);
    await service.refuse(1, throttled);
    await service.refuse(7, throttled);
    expect(service.open).toHaveLength(MOST_AT_ONCE / 4);
    expect(service.ended.every((error) => error === throttled)).toBe(true);
  });

  test('is never below one', async () => {
    const service = new Service();
    await service.ask(100);
    for (let at = 0; at < 8; at += 1) await service.refuse(MOST_AT_ONCE, throttled);
    expect(service.open).toHaveLength(1);
  });

  test('grows by one after as many successes as it lets in, up to where it began', async () => {
    const service = new Service();
    await service.ask(1_000);
    await service.refuse(MOST_AT_ONCE, throttled);
    await service.answer(7);
    expect(service.open).toHaveLength(8);
    await service.answer(1);
    expect(service.open).toHaveLength(9);
    await service.answer(9);
    expect(service.open).toHaveLength(10);
    await service.answer(500);
    expect(service.open).toHaveLength(MOST_AT_ONCE);
  });

  test.each(['NotFoundException', 'InternalServerErrorException', 'TimeoutError'])(
    'stays as it is after a %s',
    async (name) => {
      const service = new Service();
      await service.ask(100);
      await service.refuse(MOST_AT_ONCE, Object.assign(new Error('no'), { name }));
      expect(service.open).toHaveLength(MOST_AT_ONCE);
    }
  );

  test('keeps nobody waiting who is stopped, and gives the place to the next', async () => {
    const service = new Service();
    const stopping = new AbortController();
    await service.ask(MOST_AT_ONCE);
    await service.ask(2, stopping.signal);
    await service.ask(1);
    const reason = new Error('cancelled');
    stopping.abort(reason);
    await settle();
    expect(service.ended).toEqual([reason, reason]);
    await service.answer(1);
    expect(service.sent.at(-1)).toBe(MOST_AT_ONCE + 3);
    await service.ask(1, stopping.signal);
    expect(service.ended.at(-1)).toBe(reason);
  });
});

/** Looks at so many table buckets at once; `arrived` is told of each request that comes. */
async function look(
  times: number,
  arrived: (response: ServerResponse, open: ServerResponse[]) => void,
  context = testContext()
): Promise<PromiseSettledResult<boolean>[]> {
  const open: ServerResponse[] = [];
  return withServer(
    (_request, response) => {
      open.push(response);
      arrived(response, open);
    },
    async () => {
      const { s3tables } = makeAws({ region: 'us-east-1', env: process.env });
      const looks = Array.from({ length: times }, () => s3tables.hasTableBucket('arn:x', context));
      return Promise.allSettled(looks);
    }
  );
}

function answer(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"arn":"x"}');
}

function refuse(response: ServerResponse): void {
  response.writeHead(500, { 'content-type': 'application/json' }).end('{}');
}

describe('the calls to a service', () => {
  test('are on their way side by side, never more than the limit, and all are made', async () => {
    let most = 0;
    let count = 0;
    const ended = await look(100, (_response, open) => {
      most = Math.max(most, open.length);
      count += 1;
      // Answered only when there is no room for more, but for the last ones.
      if (open.length >= MOST_AT_ONCE || count > 100 - MOST_AT_ONCE)
        for (const each of open.splice(0)) answer(each);
    });
    expect(ended.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect([count, most]).toEqual([100, MOST_AT_ONCE]);
  });

  test('hold no place while the SDK pauses before it repeats one', async () => {
    let fresh = 0;
    const ended = await look(MOST_AT_ONCE + 1, (response, open) => {
      fresh += response.req.headers['amz-sdk-request']?.toString().startsWith('attempt=1;') ? 1 : 0;
      if (fresh > MOST_AT_ONCE) for (const each of open.splice(0)) answer(each);
      // No repetition is answered before the last one came, who was not among the first.
      else if (fresh === MOST_AT_ONCE && open.length === MOST_AT_ONCE)
        for (const each of open.splice(0)) refuse(each);
    });
    expect(ended.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(fresh).toBe(MOST_AT_ONCE + 1);
  });

  test('that wait are not sent any more when the run is stopped; those on their way are let end', async () => {
    const stopping = new AbortController();
    const context = { ...testContext(), signal: stopping.signal };
    let count = 0;
    const ended = await look(
      40,
      (_response, open) => {
        count += 1;
        if (count < MOST_AT_ONCE) return;
        stopping.abort(new Error('cancelled'));
        for (const each of open.splice(0)) answer(each);
      },
      context
    );
    expect(count).toBe(MOST_AT_ONCE);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_AT_ONCE);
  });
});
