import type { Situation } from '../errors.js';
import type { Call } from './call.js';
import { endpointVariables } from './endpoints.js';
import type { Thrown } from './thrown.js';

type Finding = Pick<Situation, 'found' | 'todo'>;

const SNIPPET = 60;
const LONGEST_REFUSAL = 200;

const SKEWED = ['RequestTimeTooSkewed', 'RequestInTheFuture'];
const SKEW_TEXT =
  /signature expired|signature not yet current|request(?: ?time)? (?:is )?too skewed|difference between the request time/i;

/** AWS says that the signature is too old or too new, which the clock of the runner decides. */
export function isSkewed({ fromAws, name, message }: Thrown): boolean {
  return fromAws && (SKEWED.includes(name) || SKEW_TEXT.test(message));
}

/** The clock first: keys and secrets have nothing to do with it. */
export function clockSkew(): Finding {
  return {
    found: `AWS takes a signature for a few minutes only, and for it this one was made at another time. The clock of this runner shows ${new Date().toISOString()}.`,
    todo: 'Set the clock of the runner, or of the machine that its container runs on; AWS tells both times. Credentials and permissions are not the cause.'
  };
}

/** The SDK finds no endpoint in what the step asks for, or one that is no address. */
export function isBadEndpoint({ name, message, reason, status, fromAws }: Thrown): boolean {
  if (fromAws || status !== undefined) return false;
  const contradicts = name === 'EndpointError' && reason === undefined;
  return (
    contradicts ||
    ['ERR_INVALID_URL', 'ERR_INVALID_PROTOCOL', 'ERR_UNESCAPED_CHARACTERS'].includes(reason ?? '') ||
    /^Invalid Configuration: |^The services section ".*" specified in the profile/.test(message)
  );
}

/** What the SDK says, and by which variables the step may have asked for it. */
export function badEndpoint({ message }: Thrown): Finding {
  const set = endpointVariables(process.env);
  const variables = set.length === 0 ? 'None of its variables is set' : `Set are ${set.join(', ')}`;
  const both = /fips|dual-?stack/i.test(message);
  return {
    found: `The endpoint that this step asks for cannot be used: ${message.replace(/\.?$/, '.')} ${variables}; the shared config may say more.`,
    todo: both
      ? "FIPS and dual-stack endpoints are AWS's own. Unset AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT (use_fips_endpoint and use_dualstack_endpoint in the shared config), or the endpoint of your own (AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_<SERVICE>, endpoint_url)."
      : 'Give AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_<SERVICE> as whole addresses, http://localhost:4566, without quotes; or correct endpoint_url and services in the shared config.'
  };
}

/** Says what came instead of AWS's answer: the status and how it begins, by which one knows a proxy's page. */
export function garbled(thrown: Thrown): Finding {
  const { status, reason, name } = thrown;
  if (status === undefined) return { found: `What came is not HTTP (${reason ?? name}).` };
  if (reason !== undefined) return { found: `The answer with HTTP status ${status} broke off (${reason}).` };
  const what = whatCame(thrown);
  if (status === 403) return { found: `Something in between refused the call, not AWS: the 403 ${what}.` };
  return { found: `What came is not AWS's answer: HTTP status ${status}, and it ${what}.` };
}

function whatCame({ body, said, hidden, name, message }: Thrown): string {
  if (hidden) return 'is not shown, since it could hold a secret';
  if (said !== undefined) return `says "${start(said, LONGEST_REFUSAL)}"`;
  const text = (body ?? '').replace(/\s+/g, ' ').trim();
  if (text !== '') return `begins with "${start(text, SNIPPET)}"`;
  // Without the text, what JSON.parse says quotes the beginning of it.
  return name === 'SyntaxError' ? `is no JSON (${message})` : 'has nothing in it that AWS would send';
}

function start(text: string, most: number): string {
  const line = text
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** Says which endpoint did not answer, and what the ways in which it did not usually mean. */
export function unreachable({ endpoint, hostname, reason, name, message, proxy }: Thrown): Finding {
  const where = endpoint ?? 'The endpoint';
  const how = reason ?? name;
  if (how === 'ERR_PROXY_TUNNEL') return refusedByProxy(where, proxy ?? 'The proxy', message);
  if (/CERT|SSL|TLS|SELF_SIGNED|LEAF_SIGNATURE|EPROTO/.test(how)) {
    return {
      found: `${where} was not trusted (${how}: ${message}).`,
      todo: 'If a proxy of your company re-encrypts the traffic, give Node its certificate by NODE_EXTRA_CA_CERTS.'
    };
  }
  if (how === 'ENOTFOUND' || how === 'EAI_AGAIN') return nameless(where, hostname, how);
  if (proxy === undefined) return { found: `${where} did not answer (${how}).` };
  return {
    found: `${where} did not answer by way of the proxy ${proxy} (${how}).`,
    todo: `Check that the runner reaches the proxy of HTTPS_PROXY, and that the proxy reaches ${where}; or name the host in NO_PROXY.`
  };
}

/** What the proxy answered to the wish for a tunnel: only the status, the rest is the proxy's. */
function refusedByProxy(where: string, proxy: string, message: string): Finding {
  const status = /HTTP\/\d(?:\.\d)? (\d{3})/.exec(message)?.[1] ?? 'no HTTP status';
  const advice: Readonly<Record<string, string>> = {
    '403': `The proxy does not let this host through: have ${where} allowed there, or name it in NO_PROXY if the runner reaches it directly.`,
    '407':
      'The proxy wants a user and a password, or others: give them in HTTPS_PROXY as http://user:password@host:port, special characters percent-encoded.'
  };
  return {
    found: `The proxy ${proxy} answered ${status} to the wish to be connected to ${where}; AWS was not asked.`,
    todo:
      advice[status] ??
      `The proxy does not reach ${where}: check the region, then the proxy itself, or name the host in NO_PROXY if the runner reaches it directly.`
  };
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
