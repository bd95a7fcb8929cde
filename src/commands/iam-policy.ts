import { knownOutputs, resourcesOf } from '../environment.js';
import { writePoliciesFile } from '../github/files.js';
import { ISOLATIONS } from '../names.js';
import type { Outcome, PolicySheet } from '../outcome.js';
import {
  choicesOf,
  needsToApply,
  needsToAsk,
  needsToDestroy,
  needsToEnable,
  needsToLook,
  needsToSweep,
  needsToTest,
  together
} from '../permissions/commands.js';
import { policyFor } from '../permissions/document.js';
import type { Need } from '../permissions/needs.js';
import type { Resource } from '../engine/resource.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import { identify, type Job } from './prepare.js';

/** Tells the least IAM policy that each command needs for these inputs. Calls nothing but STS. */
export async function iamPolicy(job: Job): Promise<Outcome> {
  const { reporter } = job.context;
  const spec = await identify(job);
  const policies = sheetsOf(job, spec);
  for (const { title, document } of policies) {
    const { length } = JSON.stringify(document);
    reporter.info(`${title}: ${document.Statement.length} statements, ${length} characters`);
    reporter.debug(JSON.stringify(document));
  }
  const file = await writePoliciesFile(policies);
  reporter.info(`All of them are in ${file} and in the job summary.`);
  const outputs = { ...knownOutputs(spec), command: 'iam-policy', 'iam-policy-file': file };
  return { command: 'iam-policy', dryRun: false, results: [], outputs, failures: [], policies };
}

function sheetsOf({ inputs, aws }: Job, spec: EnvironmentSpec): PolicySheet[] {
  const choices = choicesOf(inputs);
  const building = resourcesOf(spec, inputs, aws, 'apply');
  const removing = resourcesOf(spec, inputs, aws, 'destroy');
  const test = needsToTest(choices, spec);
  const apply = needsToApply(building, choices, spec);
  return [
    sheet('plan', 'Policy for plan', needsToLook(building, choices, spec)),
    sheet('apply', 'Policy for apply', inputs['smoke-test'] ? together(apply, test) : apply),
    sheet('destroy', 'Policy for destroy', needsToDestroy(removing, choices, spec)),
    sheet('sweep', 'Policy for sweep', needsToSweep(sweptOf({ inputs, aws }, spec), spec)),
    sheet('smoke-test', 'Policy for the smoke test', test),
    sheet(
      'enable-iam',
      'Policy for enabling the integration, with IAM access control',
      needsToEnable('iam', spec)
    ),
    sheet(
      'enable-lake-formation',
      'Policy for enabling the integration, with Lake Formation access control',
      needsToEnable('lake-formation', spec)
    ),
    sheet('preflight', 'Optional policy for asking IAM before the first write', needsToAsk(spec))
  ];
}

/** What `destroy` looks at with either isolation. */
function sweptOf({ inputs, aws }: Pick<Job, 'inputs' | 'aws'>, spec: EnvironmentSpec): readonly Resource[] {
  return ISOLATIONS.flatMap((isolation) => resourcesOf({ ...spec, isolation }, inputs, aws, 'destroy'));
}

function sheet(name: string, title: string, needs: readonly Need[]): PolicySheet {
  return { name, title, document: policyFor(needs) };
}
