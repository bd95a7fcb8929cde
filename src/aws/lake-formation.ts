import type { DataLakeSettings as SdkSettings, LakeFormation } from '@aws-sdk/client-lakeformation';
import { required } from './answer.js';
import type { Call } from './call.js';
import type { DataLakeSettings, LakeFormationPort } from './ports.js';
import type { Service } from './service.js';

type Settings = Pick<LakeFormationPort, 'getSettings' | 'putSettings'>;
type Registrations = Pick<LakeFormationPort, 'getRegistration' | 'register'>;

// Lake Formation's actions have no resource types in IAM: they are allowed on `*` or not at all.
const call = (action: string, doing: string, principals: readonly string[] = []): Call => ({
  operation: `lakeformation:${action}`,
  doing,
  principals
});

/** The calls of Lake Formation to its settings of the account and region. */
export function makeSettings(service: Service<LakeFormation>): Settings {
  return {
    async getSettings(context) {
      const read = call('GetDataLakeSettings', 'read the Lake Formation settings');
      const answer = await service.ask(context, read, (lakeFormation, options) =>
        lakeFormation.getDataLakeSettings({}, options)
      );
      return required(answer.DataLakeSettings, 'DataLakeSettings', read) as DataLakeSettings;
    },
    async putSettings(settings, context) {
      const admins = settings.DataLakeAdmins?.map((admin) => admin.DataLakePrincipalIdentifier ?? '') ?? [];
      const write = call('PutDataLakeSettings', 'write the Lake Formation settings', admins);
      await service.ask(context, write, (lakeFormation, options) =>
        lakeFormation.putDataLakeSettings({ DataLakeSettings: settings as SdkSettings }, options)
      );
    }
  };
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
      const { RoleArn = '', WithFederation = false } = required(answer.ResourceInfo, 'ResourceInfo', look);
      return { roleArn: RoleArn, withFederation: WithFederation };
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
