import type { LakeFormation } from '@aws-sdk/client-lakeformation';
import type { Context } from '../context.js';
import { rewrite } from '../rewrite.js';
import { garbledAnswer, required } from './answer.js';
import type { Call } from './call.js';
import type { DataLakeSettings, LakeFormationPort } from './ports.js';
import type { Service } from './service.js';
import { isJsonObject, keepJson, sendJson } from './wire.js';

type Settings = Pick<LakeFormationPort, 'getSettings' | 'changeSettings'>;
type Registrations = Pick<LakeFormationPort, 'getRegistration' | 'register'>;

/** A new role is not known to Lake Formation at once. */
const SPREADING_MS = 120_000;

// Lake Formation's actions have no resource types in IAM: they are allowed on `*` or not at all.
const call = (action: string, doing: string, principals: readonly string[] = []): Call => ({
  operation: `lakeformation:${action}`,
  doing,
  principals
});

/**
 * The calls of Lake Formation to its settings of the account and region. They are read and written as the JSON that
 * AWS gave, since the SDK drops what its model does not know, and what is not written back is lost. `single`: never
 * repeats by itself, since a repetition would undo what others have written since the settings were read.
 */
export function makeSettings(service: Service<LakeFormation>, single: Service<LakeFormation>): Settings {
  const getSettings: Settings['getSettings'] = (context) => {
    const read = call('GetDataLakeSettings', 'read the Lake Formation settings');
    return service.ask(context, read, async (lakeFormation, options) => {
      const { GetDataLakeSettingsCommand } = await import('@aws-sdk/client-lakeformation');
      const command = new GetDataLakeSettingsCommand({});
      const json = keepJson(command, read);
      await lakeFormation.send(command, options);
      return settingsIn(json()['DataLakeSettings'], read);
    });
  };
  const putSettings = async (settings: DataLakeSettings, context: Context): Promise<void> => {
    const admins = settings.DataLakeAdmins?.map((admin) => admin.DataLakePrincipalIdentifier ?? '') ?? [];
    const write = call('PutDataLakeSettings', 'write the Lake Formation settings', admins);
    await single.ask(context, { ...write, once: true }, async (lakeFormation, options) => {
      const { PutDataLakeSettingsCommand } = await import('@aws-sdk/client-lakeformation');
      const command = new PutDataLakeSettingsCommand({ DataLakeSettings: {} });
      sendJson(command, { DataLakeSettings: settings });
      await lakeFormation.send(command, options);
    });
  };
  return {
    getSettings,
    changeSettings: (change, context) =>
      rewrite(context, {
        what: 'write the Lake Formation settings',
        patience: { DEAD_PRINCIPAL: SPREADING_MS },
        read: () => getSettings(context),
        write: async (there) => {
          const settings = change(there);
          if (settings !== undefined) await putSettings(settings, context);
          return settings !== undefined;
        }
      })
  };
}

/** An answer without the list of administrators is none of AWS's: written back, it would take them all away. */
function settingsIn(settings: unknown, read: Call): DataLakeSettings {
  if (isJsonObject(settings) && Array.isArray(settings['DataLakeAdmins'])) return settings;
  throw garbledAnswer(
    read,
    `The answer to ${read.operation} lacks DataLakeSettings with the list DataLakeAdmins, which AWS always sends.`
  );
}

/** The calls of Lake Formation to the locations that it manages. */
export function makeRegistrations(service: Service<LakeFormation>): Registrations {
  return {
    async getRegistration(ResourceArn, context) {
      const look = call('DescribeResource', `look at the registration of ${ResourceArn}`);
      const answer = await service.find(context, look, (lakeFormation, options) =>
        lakeFormation.describeResource({ ResourceArn }, options)
      );
      if (answer === undefined) return undefined;
      const info = required(answer.ResourceInfo, 'ResourceInfo', look);
      required(info.ResourceArn, 'ResourceArn', look);
      const { RoleArn = '', WithFederation = false, HybridAccessEnabled = false } = info;
      return { roleArn: RoleArn, withFederation: WithFederation, hybridAccess: HybridAccessEnabled };
    },
    register(ResourceArn, RoleArn, context) {
      const register = call('RegisterResource', `register ${ResourceArn} with Lake Formation`);
      const request = { ResourceArn, RoleArn, WithFederation: true, WithPrivilegedAccess: true };
      return service.create(context, register, (lakeFormation, options) =>
        lakeFormation.registerResource(request, options)
      );
    }
  };
}
