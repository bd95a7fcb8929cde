import type { AwsRefusal, SandboxReply, SandboxRequest } from '../service.js';
import { escapeXml, xmlElements } from './xml.js';

export { escapeXml, xmlElements };

/** The parameters of a call in the query protocol: the form in the body, then those in the URL. */
export function readForm(request: Pick<SandboxRequest, 'body' | 'query'>): URLSearchParams {
  const form = new URLSearchParams(request.body.toString('utf8'));
  for (const [name, value] of request.query) if (!form.has(name)) form.append(name, value);
  return form;
}

/**
 * An answer of the query protocol, which IAM and STS speak.
 * @param namespace the service's XML namespace: `https://iam.amazonaws.com/doc/2010-05-08/`
 * @param xmlResult what stands inside `<…Result>`; empty for an operation without output
 */
export function queryReply(
  action: string,
  namespace: string,
  xmlResult: string,
  requestId: string
): SandboxReply {
  const result = xmlResult === '' ? '' : `<${action}Result>${xmlResult}</${action}Result>`;
  const metadata = `<ResponseMetadata>${xmlElements({ RequestId: requestId })}</ResponseMetadata>`;
  return xmlReply(200, `<${action}Response xmlns="${namespace}">${result}${metadata}</${action}Response>`);
}

/** An error of the query protocol. `Type` is `Receiver` for what is the service's fault, as AWS has it. */
export function queryRefusal(refusal: AwsRefusal, namespace: string, requestId: string): SandboxReply {
  const { status, code, message } = refusal;
  const error = xmlElements({ Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message });
  const id = xmlElements({ RequestId: requestId });
  return xmlReply(status, `<ErrorResponse xmlns="${namespace}"><Error>${error}</Error>${id}</ErrorResponse>`);
}

function xmlReply(status: number, xml: string): SandboxReply {
  return { status, headers: { 'content-type': 'text/xml' }, body: xml };
}
