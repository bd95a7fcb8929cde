import type { Reporter } from '../context.js';
import { paintFor } from './colour.js';
import { planText } from './plan-text.js';
import { type Kind, type Runner, runnerOf } from './runner.js';
import { count, shorten } from '../text.js';

/** GitHub shows 10 annotations of a kind per step; the last one is kept to say how many more there are. */
const SHOWN = 9;
/** How many characters the last annotation takes; all of it is in the log. */
const LAST = 4000;

/** A reporter that can also tell of failures, and knows when it has told everything. */
export interface GitHubReporter extends Reporter {
  readonly runner: Runner;
  /** Something that failed the run. `title` is the error's code. */
  error(message: string, title: string): void;
  /** To be called once, at the end: one annotation per kind for those that were held back. */
  finish(): void;
}

/** What was held back, by kind. */
class Annotations {
  private readonly told = new Map<Kind, number>();
  private readonly held = new Map<Kind, string[]>();

  constructor(private readonly runner: Runner) {}

  add(kind: Kind, message: string, title?: string): void {
    const told = this.told.get(kind) ?? 0;
    if (told < SHOWN) {
      this.told.set(kind, told + 1);
      this.runner.annotate(kind, message, title);
    } else {
      this.runner.line(`${kind}: ${title === undefined ? '' : `${title}: `}${message}`);
      this.held.set(kind, [...(this.held.get(kind) ?? []), message]);
    }
  }

  finish(): void {
    for (const [kind, messages] of this.held) {
      const rest = shorten(messages.join('\n'), LAST);
      this.runner.annotate(kind, `And ${count(messages.length, `more ${kind}`)}:\n${rest}`);
    }
    this.held.clear();
  }
}

/**
 * Tells a run to GitHub: lines and groups in the log, annotations for what a user must see. After nine
 * annotations of a kind the rest become lines of the log, and `finish` says how many. On a terminal, with no
 * `GITHUB_ACTIONS`, everything is a line.
 */
export function githubReporter(env: NodeJS.ProcessEnv, runner: Runner = runnerOf(env)): GitHubReporter {
  const annotations = new Annotations(runner);
  return {
    runner,
    plan: (plan) => runner.line(planText(plan, paintFor(env, process.stdout.isTTY))),
    info: (message) => runner.line(message),
    debug: (message) => runner.debug(message),
    notice: (message) => annotations.add('notice', message),
    warning: (message) => annotations.add('warning', message),
    error: (message, title) => annotations.add('error', message, title),
    finish: () => annotations.finish(),
    group: async (title, work) => {
      runner.startGroup(title);
      try {
        return await work();
      } finally {
        runner.endGroup();
      }
    }
  };
}
