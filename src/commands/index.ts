import type { Command, Outcome } from '../outcome.js';
import { apply } from './apply.js';
import { auto } from './auto.js';
import { destroy } from './destroy.js';
import { iamPolicy } from './iam-policy.js';
import { plan } from './plan.js';
import type { Job } from './prepare.js';

/** What each command runs. */
export const RUN: Readonly<Record<Command, (job: Job) => Promise<Outcome>>> = {
  plan,
  apply,
  destroy,
  // Loaded when it is run: reading Parquet takes a good part of the bundle.
  'smoke-test': async (job) => (await import('./smoke-test.js')).smokeTest(job),
  sweep: async (job) => (await import('./sweep.js')).sweep(job),
  auto,
  'iam-policy': iamPolicy
};
