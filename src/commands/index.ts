import type { Command, Outcome } from '../outcome.js';
import { apply } from './apply.js';
import { destroy } from './destroy.js';
import { plan } from './plan.js';
import type { Job } from './prepare.js';

/** What each command runs. */
export const RUN: Readonly<Record<Command, (job: Job) => Promise<Outcome>>> = { plan, apply, destroy };
