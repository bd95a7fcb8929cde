import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeClients } from '../../src/aws/clients.js';
import { makeSimulator } from '../../src/aws/iam-simulate.js';
import type { Verdict } from '../../src/aws/ports.js';
import { serviceOf } from '../../src/aws/service.js';
import { testContext, withServer } from './support.js';

const WHO = 'arn:aws:iam::123456789012:role/Deployer';
const [BUCKET, OTHER] = ['arn:aws:s3tables:us-east-1:123456789012:bucket/b', 'arn:aws:glue:::catalog'];

const result = (parts: Readonly<Record<string, string>>, more = ''): string =>
  `<member>${Object.entries(parts)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}${more}</member>`;

const page = (results: string, marker?: string): string =>
  `<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>${results}</EvaluationResults><IsTruncated>${marker !== undefined}</IsTruncated>${marker === undefined ? '' : `<Marker>${marker}</Marker>`}</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`;

/** Asks an IAM that answers each form as told. */
async function ask(
  answer: (form: URLSearchParams) => string,
  actions: readonly string[],
  resources: readonly string[] = [BUCKET]
): Promise<{ readonly verdicts: readonly Verdict[]; readonly forms: URLSearchParams[] }> {
  const forms: URLSearchParams[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(body);
      forms.push(form);
      const text = answer(form);
      response.statusCode = text.startsWith('<ErrorResponse') ? 400 : 200;
      response.setHeader('content-type', 'text/xml');
      response.end(text);
    });
  };
  const question = {
    actions,
    resources,
    facts: { 'aws:RequestedRegion': 'us-east-1', 'aws:SecureTransport': true }
  };
  const verdicts = await withServer(listener, () => {
    const clients = makeClients({ region: 'us-east-1', env: process.env });
    return makeSimulator(serviceOf(clients.iam)).simulate(WHO, question, testContext());
  });
  return { verdicts, forms };
}

describe('asking IAM', () => {
  test('tells what is known, and takes the answer for each resource', async () => {
    const each = `<ResourceSpecificResults>${result({ EvalResourceName: BUCKET, EvalResourceDecision: 'allowed' })}${result(
      { EvalResourceName: OTHER, EvalResourceDecision: 'implicitDeny' },
      '<MissingContextValues><member>aws:PrincipalTag/x</member></MissingContextValues>'
    )}</ResourceSpecificResults>`;
    const { verdicts, forms } = await ask(
      () => page(result({ EvalActionName: 'glue:GetTags', EvalDecision: 'implicitDeny' }, each)),
      ['glue:GetTags'],
      [BUCKET, OTHER]
    );
    expect(verdicts).toEqual([
      { action: 'glue:GetTags', resource: BUCKET, decision: 'allowed', unknownFacts: [] },
      {
        action: 'glue:GetTags',
        resource: OTHER,
        decision: 'implicitDeny',
        unknownFacts: ['aws:PrincipalTag/x']
      }
    ]);
    expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({
      PolicySourceArn: WHO,
      'ActionNames.member.1': 'glue:GetTags',
      'ResourceArns.member.2': OTHER,
      'ContextEntries.member.1.ContextKeyName': 'aws:RequestedRegion',
      'ContextEntries.member.2.ContextKeyType': 'boolean',
      'ContextEntries.member.2.ContextKeyValues.member.1': 'true'
    });
  });

  test('reads all pages, and answers without a part for each resource', async () => {
    const one = (action: string, decision: string): string =>
      result({ EvalActionName: action, EvalResourceName: BUCKET, EvalDecision: decision });
    const { verdicts, forms } = await ask(
      (form) =>
        form.get('Marker') === 'more'
          ? page(one('s3tables:B', 'explicitDeny'))
          : page(one('s3tables:A', 'allowed'), 'more'),
      ['s3tables:A', 's3tables:B']
    );
    expect(verdicts.map(({ action, decision }) => `${action} ${decision}`)).toEqual([
      's3tables:A allowed',
      's3tables:B explicitDeny'
    ]);
    expect(forms).toHaveLength(2);
  });

  test('in halves about actions that cannot be asked about together, until they can', async () => {
    const apart = (form: URLSearchParams): boolean =>
      ['a:A', 'l:L'].every((action) => [...form.values()].includes(action));
    const { verdicts, forms } = await ask(
      (form) =>
        apart(form)
          ? '<ErrorResponse><Error><Code>InvalidInput</Code><Message>require different authorization information</Message></Error></ErrorResponse>'
          : page(
              ['a:A', 'a:B', 'a:C', 'l:L']
                .filter((action) => [...form.values()].includes(action))
                .map((action) => result({ EvalActionName: action, EvalDecision: 'allowed' }))
                .join('')
            ),
      ['a:A', 'a:B', 'a:C', 'l:L']
    );
    expect(verdicts.map(({ action }) => action)).toEqual(['a:A', 'a:B', 'a:C', 'l:L']);
    expect(forms).toHaveLength(3);
  });

  test('one by one about actions that cannot be asked about together', async () => {
    const { verdicts, forms } = await ask(
      (form) =>
        form.has('ActionNames.member.2')
          ? '<ErrorResponse><Error><Code>InvalidInput</Code><Message>require different authorization information</Message></Error></ErrorResponse>'
          : page(result({ EvalActionName: form.get('ActionNames.member.1') ?? '', EvalDecision: 'allowed' })),
      ['a:A', 'a:B']
    );
    expect(verdicts.map(({ action, resource }) => [action, resource])).toEqual([
      ['a:A', BUCKET],
      ['a:B', BUCKET]
    ]);
    expect(forms).toHaveLength(3);
  });
});
