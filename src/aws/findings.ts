import type { Situation } from '../errors.js';
import type { Call } from './call.js';
import type { Thrown } from './thrown.js';

type Finding = Pick<Situation, 'found' | 'todo'>;

const SNIPPET = 60;

/** Says what came instead of AWS's answer: the status and how it begins, by which one knows a proxy's page. */
export function garbled({ status, body, reason, name, message }: Thrown): Finding {
  if (status === undefined) return { found: `What came is not HTTP (${reason ?? name}).` };
  if (reason !== undefined) return { found: `The answer with HTTP status ${status} broke off (${reason}).` };
  const text = (body ?? '').replace(/\s+/g, ' ').trim();
  const begins = text === '' ? 'has nothing in it that AWS would send' : `begins with "${start(text)}"`;
  // Without the text, what JSON.parse says quotes the beginning of it.
  const what = text === '' && name === 'SyntaxError' ? `is no JSON (${message})` : begins;
  if (status === 403) return { found: `Something in between refused the call, not AWS: the 403 ${what}.` };
  return { found: `What came is not AWS's answer: HTTP status ${status}, and it ${what}.` };
}

function start(text: string): string {
  return text.length > SNIPPET ? `${text.slice(0, SNIPPET)}…` : text;
}

/** Says which endpoint did not answer, and what the ways in which it did not usually mean. */
export function unreachable({ endpoint, hostname, reason, name, message }: Thrown): Finding {
  const where = endpoint ?? 'The endpoint';
  const how = reason ?? name;
  if (/CERT|SSL|TLS|SELF_SIGNED|LEAF_SIGNATURE|EPROTO/.test(how)) {
    return {
      found: `${where} was not trusted (${how}: ${message}).`,
      todo: 'If a proxy of your company re-encrypts the traffic, give Node its certificate by NODE_EXTRA_CA_CERTS.'
    };
  }
  if (how === 'ENOTFOUND' || how === 'EAI_AGAIN') return nameless(where, hostname, how);
  return { found: `${where} did not answer (${how}).` };
}

function nameless(where: string, hostname: string | undefined, how: string): Finding {
  const name = hostname ?? where;
  if (!where.startsWith(`${name}:`)) {
    return {
      found: `${where} was not reached: there is no address for ${name} (${how}), which may be the proxy.`
    };
  }
  return {
    found: `There is no address for ${name} (${how}): AWS has no such region or service there, or this runner cannot look up names.`,
    todo: 'Check the region input first; then the DNS, the network and the proxy of the runner (HTTPS_PROXY, NO_PROXY), and AWS_ENDPOINT_URL if it is set.'
  };
}

/** Names the principal that does not exist, or, where AWS does not say which, all that were sent. */
export function deadPrincipal({ message }: Thrown, { principals, operation }: Call): Finding {
  const named = [...new Set(message.match(/arn:[^\s,'"\])}]+/g) ?? [])];
  const suspects = named.length > 0 ? named : (principals ?? []);
  const which =
    suspects.length === 1
      ? `Lake Formation knows no principal ${suspects[0]}.`
      : `Lake Formation does not know one of these principals: ${suspects.join(', ') || 'it does not say which'}.`;
  if (operation === 'lakeformation:PutDataLakeSettings')
    return { found: `${which} It then refuses the whole list.` };
  return {
    found: which,
    todo: 'Check identity-center-role-arn: the role must exist in IAM, and its ARN be given with its path.'
  };
}
