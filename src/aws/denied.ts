import type { Situation } from '../errors.js';
import type { Call } from './call.js';
import type { Thrown } from './thrown.js';

type Finding = Pick<Situation, 'found' | 'todo'>;

/**
 * Names the IAM action and the resource to allow, from AWS's own words where they say it (a create with tags may
 * lack `TagResource`), and the kind of policy that AWS blames.
 */
export function deniedTodo({ message, fromAws }: Thrown, call: Call): Finding {
  const action = /not authorized to perform:? \[?'?([a-z0-9-]+:\w+)/i.exec(message)?.[1] ?? iamActions(call);
  const resource = /on resource:? "?(arn:[^\s"]+?)[".]?(?:\s|$)/i.exec(message)?.[1] ?? call.resource ?? '*';
  const allow = `Allow ${action} on ${resource} for the role of this run`;
  const kind = '((?:[a-z-]+ )*?(?:policy|boundary))';
  const deny = new RegExp(`explicit deny in (?:an? |the )?${kind}`, 'i').exec(message)?.[1];
  if (deny !== undefined) {
    return {
      todo: `Change the ${deny} that denies ${action} on ${resource} explicitly: no other policy can allow it.`
    };
  }
  const missing = new RegExp(`because no ${kind} allows`, 'i').exec(message)?.[1];
  if (missing !== undefined) return { todo: `${allow}: no ${missing} allows it.` };
  return {
    ...(!fromAws && { found: 'All that came is the status 403: AWS did not give its reason.' }),
    todo: `${allow}, and look for an explicit deny in resource policies and service control policies.`
  };
}

/** Reading and writing the files of a table goes through S3 but is governed by S3 Tables. */
const OF_FILES: Readonly<Record<string, string>> = {
  's3:GetObject': 's3tables:GetTableData',
  's3:PutObject': 's3tables:PutTableData'
};

function iamActions({ operation, actions }: Call): string {
  return actions?.join(' and ') ?? OF_FILES[operation] ?? operation;
}

/** Names the Lake Formation permission that is missing, and on what, where the text says so. */
export function lakeFormationTodo({ message }: Thrown, call: Call): Finding {
  const [, what, target] = /required ([\w ]+?)(?: on ([^.,;)]+)|[^\w ]|$)/i.exec(message) ?? [];
  if (what === undefined) return {};
  const name = what.trim().toUpperCase().replaceAll(' ', '_');
  const on = target?.trim() ?? call.resource ?? 'the resource';
  return {
    todo: `Grant the role of this run the Lake Formation permission ${name} on ${on}, with grant option, or make the role a Lake Formation administrator.`
  };
}
