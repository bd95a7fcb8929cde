import { AwsRefusal, type SandboxReply } from '../service.js';
import { escapeXml, xmlElements } from './xml.js';

export { escapeXml, xmlElements };

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An S3 error with the further elements that S3 puts beside the message: `BucketName`, `Key`, `Region`. */
export class S3Refusal extends AwsRefusal {
  constructor(
    status: number,
    code: string,
    message: string,
    readonly more: {
      readonly elements?: Readonly<Record<string, string>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {}
  ) {
    super(status, code, message);
  }
}

/** An answer of S3's XML protocol: `root` is the outermost element, `xml` what stands inside it. */
export function s3XmlReply(
  root: string,
  xml: string,
  headers: Readonly<Record<string, string>> = {}
): SandboxReply {
  const body = `${declaration}<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${xml}</${root}>`;
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body };
}

/** An error of S3's XML protocol. 304 has no body, whatever the error. */
export function s3XmlRefusal(refusal: AwsRefusal, requestId: string): SandboxReply {
  const { status, code, message } = refusal;
  const more = refusal instanceof S3Refusal ? refusal.more : {};
  if (status === 304) return { status, headers: more.headers ?? {} };
  const inner = xmlElements({ Code: code, Message: message, ...more.elements, RequestId: requestId });
  return {
    status,
    headers: { 'content-type': 'application/xml', ...more.headers },
    body: `${declaration}<Error>${inner}</Error>`
  };
}
