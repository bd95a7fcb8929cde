import type { AwsRefusal, SandboxReply } from '../service.js';

const contentType = 'application/x-amz-json-1.1';

/** An answer of the JSON 1.1 protocol, which Glue speaks; always 200. An operation without output answers `{}`. */
export function json11Reply(body: unknown = {}): SandboxReply {
  return { status: 200, headers: { 'content-type': contentType }, body: JSON.stringify(body) };
}

/** An error of the JSON 1.1 protocol. `Message` is there beside `message` because Glue's model names it so. */
export function json11Refusal(refusal: AwsRefusal): SandboxReply {
  const { status, code, message } = refusal;
  return {
    status,
    headers: { 'content-type': contentType, 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message, Message: message })
  };
}
