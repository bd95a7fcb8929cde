import type { MiddlewareStack } from '@smithy/types';
import { type Call, invoke } from './call.js';
import type { Clients } from './clients.js';
import type { IcebergHttp, IcebergRequest, IcebergService } from './ports.js';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What the SDK hands from one middleware to the next, as far as it is needed here. */
interface HttpRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}
interface HttpResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

/** How the SDK sends the carrier of a request. */
type Carrier = (carry: Carry, options: { readonly abortSignal: AbortSignal }) => Promise<unknown>;
type Carry = <I extends object, O extends object>(stack: MiddlewareStack<I, O>) => void;

/**
 * Sends requests to the Iceberg REST catalog of S3 Tables or Glue through the SDK's own client of the service, so
 * that endpoint, signature, proxy, time-outs and repetition are those of every other call. A command of the
 * service is the carrier: its request is replaced before it is signed, its answer before it is read
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html).
 */
export function makeIcebergHttp(clients: Clients, service: IcebergService): IcebergHttp {
  const carrier = service === 'glue' ? byGlue(clients) : byS3Tables(clients);
  return {
    request(request, context) {
      const what = `${request.method} ${request.path}`;
      const call: Call = {
        operation: `${service}:Iceberg ${what}`,
        doing: `ask the Iceberg catalog for ${what}`
      };
      return invoke(context, call, async (options) => {
        const answers: Answer[] = [];
        await carrier((stack) => carry(stack, request, answers), options);
        const answer = answers.at(-1);
        if (answer === undefined) throw new Error('The SDK gave no answer.');
        return answer;
      });
    }
  };
}

function byS3Tables(clients: Clients): Carrier {
  return async (carryOn, options) => {
    const { ListTableBucketsCommand } = await import('@aws-sdk/client-s3tables');
    const command = new ListTableBucketsCommand({});
    carryOn(command.middlewareStack);
    return (await clients.s3tables()).send(command, options);
  };
}

function byGlue(clients: Clients): Carrier {
  return async (carryOn, options) => {
    const { GetDatabasesCommand } = await import('@aws-sdk/client-glue');
    const command = new GetDatabasesCommand({});
    carryOn(command.middlewareStack);
    return (await clients.glue()).send(command, options);
  };
}

function carry<I extends object, O extends object>(
  stack: MiddlewareStack<I, O>,
  request: IcebergRequest,
  answers: Answer[]
): void {
  stack.add(
    (next) => (args) => {
      replace(args.request as HttpRequest, request);
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'icebergRequest' }
  );
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      await keepAnswer(result.response as HttpResponse, answers);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'icebergAnswer' }
  );
}

function replace(carrier: HttpRequest, { method, path, query, body }: IcebergRequest): void {
  carrier.method = method;
  carrier.path = `/iceberg${path}`;
  carrier.query = { ...query };
  carrier.headers = body === undefined ? {} : { 'content-type': 'application/json' };
  carrier.body = body;
}

/** Keeps the answer and hands on an empty success; what the SDK should repeat is handed on as it came. */
async function keepAnswer(response: HttpResponse, answers: Answer[]): Promise<void> {
  const { statusCode: status } = response;
  if (status === 429 || status >= 500) return;
  answers.push({ status, text: await textOf(response.body) });
  response.statusCode = 200;
  response.headers = { 'content-type': 'application/json' };
  response.body = Buffer.from('{"tableBuckets":[],"DatabaseList":[]}');
}

async function textOf(body: unknown): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
