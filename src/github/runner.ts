import * as core from '@actions/core';

/** The kinds of annotations GitHub shows. */
export type Kind = 'notice' | 'warning' | 'error';

/** What an action can ask of the place it runs in. */
export interface Runner {
  /** Lines of the log. */
  line(text: string): void;
  debug(text: string): void;
  annotate(kind: Kind, message: string, title?: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  setOutput(name: string, value: string): void;
  exportVariable(name: string, value: string): void;
  /** Keeps a secret out of everything that is printed from now on. */
  mask(secret: string): void;
  /** Makes the process end with 1. */
  fail(): void;
}

/**
 * The GitHub runner, or a terminal when there is none. `env` decides; what GitHub keeps in files
 * (`GITHUB_OUTPUT`, `GITHUB_ENV`) is written by `@actions/core`, which reads the environment of the process.
 */
export function runnerOf(env: NodeJS.ProcessEnv): Runner {
  const base = env['GITHUB_ACTIONS'] === 'true' ? actions : terminal(env);
  return {
    ...base,
    setOutput: env['GITHUB_OUTPUT'] ? core.setOutput : (name, value) => base.line(`${name} = ${value}`),
    exportVariable: env['GITHUB_ENV']
      ? core.exportVariable
      : (name, value) => base.line(`export ${name}=${value}`)
  };
}

type Base = Omit<Runner, 'setOutput' | 'exportVariable'>;

const fail = (): void => {
  process.exitCode = 1;
};

const actions: Base = {
  line: (text) => core.info(harmless(text)),
  debug: (text) => core.debug(text),
  annotate: (kind, message, title) => core[kind](message, title === undefined ? {} : { title }),
  startGroup: (title) => core.startGroup(title),
  endGroup: () => core.endGroup(),
  mask: (secret) => core.setSecret(secret),
  fail
};

function terminal(env: NodeJS.ProcessEnv): Base {
  const line = (text: string): void => core.info(text);
  return {
    line,
    debug: (text) => (env['RUNNER_DEBUG'] === '1' ? line(`debug: ${text}`) : undefined),
    annotate: (kind, message, title) => line(`${kind}: ${title === undefined ? '' : `${title}: `}${message}`),
    startGroup: line,
    endGroup: () => undefined,
    mask: () => undefined,
    fail
  };
}

/**
 * The runner obeys a line that begins with `::` or holds `##[`. Names, tags and error texts come from outside,
 * so a line must never become a command by accident or by intent.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function harmless(text: string): string {
  return text.replace(/(^|[\r\n])(\s*)::/g, '$1$2: :').replace(/##\[/g, '## [');
}
