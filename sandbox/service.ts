import type { Region } from './account.js';
import type { Session } from './sts/sessions.js';

/** Who signed a request. */
export interface Caller {
  readonly accountId: string;
  /** As GetCallerIdentity says it: for a role the `assumed-role` ARN of its session. */
  readonly arn: string;
  readonly userId: string;
  /** The user or role itself, with its path: whom policies and grants name. */
  readonly principalArn: string;
  /** For a role: the session that the credentials are of. */
  readonly session?: Session;
}

/** One HTTP request: its signature verified, its body complete and free of any aws-chunked framing. */
export interface SandboxRequest {
  readonly id: string;
  readonly method: string;
  /** The path as it was sent: still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly caller: Caller;
  /** The state of the region that the credential scope names. */
  readonly region: Region;
}

/** What goes back on the wire. The server adds the request id header. */
export interface SandboxReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One operation, recognised from the request and ready to run. */
export interface Operation {
  /** AWS's name of the operation: `CreateTableBucket`. */
  readonly name: string;
  readonly handle: () => SandboxReply | Promise<SandboxReply>;
  /** The decoded parts of the path, where the service's operations have them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Writes this operation's errors, where its clients read another shape than the rest of the service's. */
  readonly refuse?: (refusal: AwsRefusal) => SandboxReply;
}

/**
 * Decides whether an operation may run. Throws the {@link AwsRefusal} of the service that is asked when it may not.
 * @param service the service's name in the SigV4 credential scope
 */
export type Authorizer = (request: SandboxRequest, operation: Operation, service: string) => void;

/** One AWS service on the wire. */
export interface Service {
  /** The service name in the SigV4 credential scope: `s3tables`, `s3`, `glue`, `lakeformation`, `sts`, `iam`. */
  readonly name: string;
  /**
   * Finds the operation that a request asks for.
   * Throws an {@link AwsRefusal} that names the operation when the sandbox does not have it.
   */
  route(request: SandboxRequest): Operation;
  /** Writes an error in the shape that this service's clients read. `requestId` is for bodies that carry it. */
  refuse(refusal: AwsRefusal, requestId: string): SandboxReply;
}

/** An error as AWS would answer it. Every operation refuses by throwing one. */
export class AwsRefusal extends Error {
  /**
   * @param status the HTTP status
   * @param code AWS's name of the error: `NotFoundException`
   * @param message AWS's sentence
   * @param reason what AWS keeps to itself: it goes into the sandbox's log, not into the answer
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly reason?: string
  ) {
    super(message);
    this.name = 'AwsRefusal';
  }
}

/** The refusal for an operation that AWS has and the sandbox does not. */
export function notInSandbox(service: string, operation: string): AwsRefusal {
  return new AwsRefusal(
    400,
    'UnknownOperationException',
    `The sandbox does not have the operation ${operation} of ${service}.`
  );
}
