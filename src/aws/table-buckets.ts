import type { S3Tables } from '@aws-sdk/client-s3tables';
import { allPages, nameOf, required, someTags } from './answer.js';
import type { Call } from './call.js';
import type { S3TablesPort } from './ports.js';
import type { Service } from './service.js';

type BucketList = Pick<S3TablesPort, 'listTableBuckets'>;
type Buckets = Pick<S3TablesPort, 'hasTableBucket' | 'createTableBucket' | 'deleteTableBucket'>;
type Policies = Pick<
  S3TablesPort,
  'getTableBucketPolicy' | 'putTableBucketPolicy' | 'deleteTableBucketPolicy'
>;
type BucketTags = Pick<S3TablesPort, 'getTags' | 'addTags'>;

const call = (action: string, doing: string, resource?: string): Call => ({
  operation: `s3tables:${action}`,
  doing,
  resource
});

/** The call of S3 Tables that lists table buckets. */
export function makeBucketList(service: Service<S3Tables>): BucketList {
  return {
    listTableBuckets(context) {
      const list = call('ListTableBuckets', 'list the table buckets');
      return allPages(list, (continuationToken) =>
        service.ask(context, list, async (s3tables, options) => {
          const answer = await s3tables.listTableBuckets({ continuationToken }, options);
          const items = required(answer.tableBuckets, 'tableBuckets', list)
            .filter(({ type }) => type !== 'aws')
            .map(({ name, arn }) => ({
              name: required(name, 'name', list),
              arn: required(arn, 'arn', list)
            }));
          return { items, next: answer.continuationToken };
        })
      );
    }
  };
}

/** The calls of S3 Tables to table buckets. */
export function makeTableBuckets(service: Service<S3Tables>): Buckets {
  return {
    async hasTableBucket(tableBucketARN, context) {
      const look = call(
        'GetTableBucket',
        `look at the table bucket ${nameOf(tableBucketARN)}`,
        tableBucketARN
      );
      const answer = await service.find(context, look, (s3tables, options) =>
        s3tables.getTableBucket({ tableBucketARN }, options)
      );
      return answer !== undefined && required(answer.arn, 'arn', look) !== '';
    },
    createTableBucket(name, tags, context) {
      const create = call('CreateTableBucket', `create the table bucket ${name}`);
      return service.create(context, create, async (s3tables, options) => {
        const answer = await s3tables.createTableBucket({ name, ...someTags('tags', tags) }, options);
        return required(answer.arn, 'arn', create);
      });
    },
    deleteTableBucket(tableBucketARN, context) {
      const remove = call(
        'DeleteTableBucket',
        `delete the table bucket ${nameOf(tableBucketARN)}`,
        tableBucketARN
      );
      return service.remove(context, remove, (s3tables, options) =>
        s3tables.deleteTableBucket({ tableBucketARN }, options)
      );
    }
  };
}

/** The calls of S3 Tables to the policies of table buckets. */
export function makePolicies(service: Service<S3Tables>): Policies {
  return {
    async getTableBucketPolicy(tableBucketARN, context) {
      const read = call(
        'GetTableBucketPolicy',
        `read the policy of ${nameOf(tableBucketARN)}`,
        tableBucketARN
      );
      const answer = await service.find(context, read, (s3tables, options) =>
        s3tables.getTableBucketPolicy({ tableBucketARN }, options)
      );
      return answer && required(answer.resourcePolicy, 'resourcePolicy', read);
    },
    async putTableBucketPolicy(tableBucketARN, resourcePolicy, context) {
      const write = call(
        'PutTableBucketPolicy',
        `set the policy of ${nameOf(tableBucketARN)}`,
        tableBucketARN
      );
      await service.ask(context, write, (s3tables, options) =>
        s3tables.putTableBucketPolicy({ tableBucketARN, resourcePolicy }, options)
      );
    },
    deleteTableBucketPolicy(tableBucketARN, context) {
      const remove = call(
        'DeleteTableBucketPolicy',
        `delete the policy of ${nameOf(tableBucketARN)}`,
        tableBucketARN
      );
      return service.remove(context, remove, (s3tables, options) =>
        s3tables.deleteTableBucketPolicy({ tableBucketARN }, options)
      );
    }
  };
}

/** The calls of S3 Tables to the tags of table buckets and tables. */
export function makeTags(service: Service<S3Tables>): BucketTags {
  return {
    async getTags(resourceArn, context) {
      const read = call('ListTagsForResource', `read the tags of ${resourceArn}`, resourceArn);
      const answer = await service.find(context, read, (s3tables, options) =>
        s3tables.listTagsForResource({ resourceArn }, options)
      );
      // Without any tags AWS may leave the field out.
      return answer && (answer.tags ?? {});
    },
    async addTags(resourceArn, tags, context) {
      if (Object.keys(tags).length === 0) return;
      const write = call('TagResource', `tag ${resourceArn}`, resourceArn);
      await service.ask(context, write, (s3tables, options) =>
        s3tables.tagResource({ resourceArn, tags: { ...tags } }, options)
      );
    }
  };
}
