import { Glue } from '@aws-sdk/client-glue';
import { LakeFormation } from '@aws-sdk/client-lakeformation';
import { S3 } from '@aws-sdk/client-s3';
import { S3Tables } from '@aws-sdk/client-s3tables';

/** AWS's own clients: what everybody else in the account uses. */
export interface Clients {
  readonly s3tables: S3Tables;
  readonly glue: Glue;
  readonly lakeFormation: LakeFormation;
  readonly s3: S3;
}

export function makeClients(endpoint: string, region: string): Clients {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const options = { endpoint, region, credentials };
  return {
    s3tables: new S3Tables(options),
    glue: new Glue(options),
    lakeFormation: new LakeFormation(options),
    s3: new S3({ ...options, forcePathStyle: true })
  };
}
