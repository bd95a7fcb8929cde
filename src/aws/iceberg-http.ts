import type { MiddlewareStack } from '@smithy/types';
import { invoke } from './call.js';
import type { Clients } from './clients.js';
import { icebergCall } from './iceberg-operations.js';
import type { IcebergAnswer, IcebergHttp, IcebergRequest, IcebergService } from './ports.js';
import { type HttpRequest, type HttpResponse, isJsonObject, membersIn, textOf } from './wire.js';

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
      return invoke(context, icebergCall(service, request), async (options) => {
        const answers: IcebergAnswer[] = [];
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
  answers: IcebergAnswer[]
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

/** The path of an endpoint of one's own, which the SDK has put before that of the carrier's operation. */
function prefixOf(path: string): string {
  return path.replace(/\/(?:buckets)?$/, '').replace(/\/$/, '');
}

function replace(carrier: HttpRequest, { method, path, query, body }: IcebergRequest): void {
  carrier.method = method;
  carrier.path = `${prefixOf(carrier.path)}/iceberg${path}`;
  carrier.query = { ...query };
  carrier.headers = body === undefined ? {} : { 'content-type': 'application/json' };
  carrier.body = body;
}

/** Of whoever called, and of calling too often: the SDK and the ports know what these are, in AWS's own form. */
const OF_THE_CALLER =
  /^(?:AccessDenied|Forbidden|Unauthorized|Expired|RequestExpired|UnrecognizedClient|InvalidClientToken|InvalidSignature|SignatureDoesNot|IncompleteSignature|MissingAuthentication|RequestTimeTooSkewed|OptInRequired|Throttl|TooManyRequests|RequestLimit|SlowDown)/;

/** Keeps the answer and hands on an empty success; what the SDK should repeat or the ports explain stays an error. */
async function keepAnswer(response: HttpResponse, answers: IcebergAnswer[]): Promise<void> {
  const { statusCode: status, headers } = response;
  const text = await textOf(response.body);
  const refusal = status < 400 ? undefined : refusalIn(text, headers);
  response.body = Buffer.from(text);
  if (status === 403 || status === 429 || status >= 500 || OF_THE_CALLER.test(refusal?.name ?? '')) {
    if (refusal === undefined) return;
    headers['x-amzn-errortype'] = refusal.name;
    response.body = Buffer.from(JSON.stringify({ message: refusal.message }));
    return;
  }
  answers.push({ status, text, requestId: headers['x-amzn-requestid'] ?? headers['x-amz-request-id'] });
  response.statusCode = 200;
  response.headers = { 'content-type': 'application/json' };
  response.body = Buffer.from('{"tableBuckets":[],"DatabaseList":[]}');
}

/** AWS's name of an error and its words, in the form of Iceberg (REST spec, ErrorModel) or in AWS's own. */
function refusalIn(
  text: string,
  headers: Readonly<Record<string, string>>
): { readonly name: string; readonly message: string } | undefined {
  const json = membersIn(text);
  const body = isJsonObject(json['error']) ? json['error'] : json;
  const texts = (keys: readonly string[]): string | undefined =>
    keys.map((key) => body[key]).find((value) => typeof value === 'string');
  const name = headers['x-amzn-errortype'] ?? texts(['type', '__type', 'code', 'Code']);
  if (name === undefined) return undefined;
  return { name: bareName(name), message: texts(['message', 'Message']) ?? '' };
}

/** `com.amazonaws.glue#EntityNotFoundException:http://…` without what is around it. */
function bareName(name: string): string {
  const [before = ''] = name.split(':', 1);
  return before.slice(before.lastIndexOf('#') + 1);
}
