import { shorten, shown } from '../text.js';
import { core } from './actions-core.js';
import { inOwnColours } from './colour.js';

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
  const base = safely(env['GITHUB_ACTIONS'] === 'true' ? actions : terminal(env));
  return {
    ...base,
    setOutput: env['GITHUB_OUTPUT'] ? core.setOutput : (name, value) => base.line(`${name} = ${value}`),
    exportVariable: env['GITHUB_ENV']
      ? core.exportVariable
      : (name, value) => base.line(`export ${name}=${value}`)
  };
}

/** Every text passes here, so that none can be a command, whoever prints it. */
function safely(base: Base): Base {
  return {
    ...base,
    line: (text) => base.line(harmless(text)),
    debug: (text) => base.debug(harmless(text)),
    annotate: (kind, message, title) =>
      base.annotate(
        kind,
        harmless(shorten(message, LONGEST_LINE)),
        title === undefined ? undefined : harmless(shown(title))
      ),
    startGroup: (title) => base.startGroup(harmless(shown(title)))
  };
}

type Base = Omit<Runner, 'setOutput' | 'exportVariable'>;

const fail = (): void => {
  process.exitCode = 1;
};

const actions: Base = {
  line: core.info,
  debug: core.debug,
  annotate: core.annotate,
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  mask: core.setSecret,
  fail
};

function terminal(env: NodeJS.ProcessEnv): Base {
  const line = core.info;
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

/** How many characters of one line the log shows. */
const LONGEST_LINE = 32_768;

/**
 * Text as the log may have it, whoever wrote it: the runner obeys a line that begins, after all that .NET takes for white
 * space, with `::`, or that holds `##[` anywhere, and compares without what Unicode says is to be ignored. So what is
 * not seen goes, but for the colours of this action, and nothing before the first letter or digit of a line is `::`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function harmless(text: string): string {
  return inOwnColours(text).split('\n').map(harmlessLine).join('\n');
}

function harmlessLine(line: string): string {
  const cut = shorten(line, LONGEST_LINE).replaceAll('##[', '## [');
  const at = cut.search(/[\p{L}\p{N}]/u);
  const end = at < 0 ? cut.length : at;
  return cut.slice(0, end).replace(/:(?=:)/g, ': ') + cut.slice(end);
}
