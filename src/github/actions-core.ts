import { EOL } from 'node:os';
// Not by the package's own door: behind it is its client of OIDC tokens as well, and with that undici, which takes as
// long to load as all else that is needed to check the inputs.
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import {
  issueFileCommand,
  prepareKeyValueMessage
} from '../../node_modules/@actions/core/lib/file-command.js';

/** What the action uses of `@actions/core`, as it is there; how it is written for the runner is left to the package. */
export const core = {
  info: (text: string): void => void process.stdout.write(text + EOL),
  debug: (text: string): void => issueCommand('debug', {}, text),
  annotate: (kind: 'notice' | 'warning' | 'error', text: string, title?: string): void =>
    issueCommand(kind, title === undefined ? {} : { title }, text),
  startGroup: (title: string): void => issueCommand('group', {}, title),
  endGroup: (): void => issueCommand('endgroup', {}, ''),
  setSecret: (secret: string): void => issueCommand('add-mask', {}, secret),
  setOutput: (name: string, value: string): void =>
    issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value)),
  exportVariable: (name: string, value: string): void => {
    process.env[name] = value;
    issueFileCommand('ENV', prepareKeyValueMessage(name, value));
  }
};
