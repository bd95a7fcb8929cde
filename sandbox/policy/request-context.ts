import type { SandboxRequest } from '../service.js';
import { contextOf, type Context } from './context.js';

/**
 * What is known of every request (IAM User Guide, "AWS global condition context keys"). The sandbox is on this machine:
 * what it hears counts as sent over TLS, so that a policy which insists on that can be tried.
 */
export function requestContext({ headers, region }: SandboxRequest): Context {
  const now = new Date();
  return contextOf({
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
    'aws:SecureTransport': 'true',
    'aws:SourceIp': '127.0.0.1',
    'aws:UserAgent': headers['user-agent'],
    'aws:RequestedRegion': region.name,
    'aws:ResourceAccount': region.account.id,
    'aws:ViaAWSService': 'false',
    'aws:PrincipalIsAWSService': 'false'
  });
}
