import type { Command, Outcome } from '../outcome.js';
import { apply } from './apply.js';
import { auto } from './auto.js';
import { destroy } from './destroy.js';
import { iamPolicy } from './iam-policy.js';
import { plan } from './plan.js';
import { withEndpoints } from './endpoints.js';
import type { Job } from './prepare.js';

type Run = (job: Job) => Promise<Outcome>;

/** A command whose outcome says where the environment is reached. */
const located =
  (command: Run): Run =>
  async (job) =>
    withEndpoints(await command(job), job.aws.endpoints);

/** What each command runs. */
export const RUN: Readonly<Record<Command, Run>> = {
  plan: located(plan),
  apply: located(apply),
  destroy: located(destroy),
  // Loaded when it is run: reading Parquet takes a good part of the bundle.
  'smoke-test': located(async (job) => (await import('./smoke-test.js')).smokeTest(job)),
  sweep: async (job) => (await import('./sweep.js')).sweep(job),
  auto: located(auto),
  'iam-policy': located(iamPolicy)
};
