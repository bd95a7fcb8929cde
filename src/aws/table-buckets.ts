import type { S3Tables } from '@aws-sdk/client-s3tables';
import { rewrite } from '../rewrite.js';
import { allPages, listIn, nameOf, required, someTags, tagsIn } from './answer.js';
import type { Call } from './call.js';
import type { S3TablesPort } from './ports.js';
import type { Service } from './service.js';
import { keepJson } from './wire.js';

type BucketList = Pick<S3TablesPort, 'listTableBuckets'>;
type Buckets = Pick<S3TablesPort, 'hasTableBucket' | 'createTableBucket' | 'deleteTableBucket'>;
type Policies = Pick<
  S3TablesPort,
  'getTableBucketPolicy' | 'putTableBucketPolicy' | 'addTableBucketPolicy' | 'deleteTableBucketPolicy'
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
          const items = listIn(answer.tableBuckets, 'tableBuckets', list)
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

/** The calls of S3 Tables to the policies of table buckets. `single`: never repeats by itself. */
export function makePolicies(service: Service<S3Tables>, single: Service<S3Tables>): Policies {
  const policyCall = (action: string, verb: string, arn: string): Call =>
    call(`${action}TableBucketPolicy`, `${verb} the policy of ${nameOf(arn)}`, arn);
  const getTableBucketPolicy: Policies['getTableBucketPolicy'] = async (tableBucketARN, context) => {
    const read = policyCall('Get', 'read', tableBucketARN);
    const answer = await service.find(context, read, (s3tables, options) =>
      s3tables.getTableBucketPolicy({ tableBucketARN }, options)
    );
    // An empty policy is none that AWS would keep.
    return answer && required(answer.resourcePolicy || undefined, 'resourcePolicy', read);
  };
  return {
    getTableBucketPolicy,
    async putTableBucketPolicy(tableBucketARN, resourcePolicy, context) {
      await service.ask(context, policyCall('Put', 'set', tableBucketARN), (s3tables, options) =>
        s3tables.putTableBucketPolicy({ tableBucketARN, resourcePolicy }, options)
      );
    },
    addTableBucketPolicy(tableBucketARN, resourcePolicy, context) {
      const write: Call = { ...policyCall('Put', 'set', tableBucketARN), once: true };
      return rewrite(context, {
        what: write.doing,
        read: () => getTableBucketPolicy(tableBucketARN, context),
        // A new bucket is not known everywhere at once.
        patience: { VANISHED: 15_000 },
        write: async (there) => {
          if (there !== undefined) return false;
          await single.ask(context, write, (s3tables, options) =>
            s3tables.putTableBucketPolicy({ tableBucketARN, resourcePolicy }, options)
          );
          return true;
        }
      });
    },
    deleteTableBucketPolicy(tableBucketARN, context) {
      return service.remove(context, policyCall('Delete', 'delete', tableBucketARN), (s3tables, options) =>
        s3tables.deleteTableBucketPolicy({ tableBucketARN }, options)
      );
    }
  };
}

/** The calls of S3 Tables to the tags of table buckets and tables. */
export function makeTags(service: Service<S3Tables>): BucketTags {
  return {
    getTags(resourceArn, context) {
      const read = call('ListTagsForResource', `read the tags of ${resourceArn}`, resourceArn);
      return service.find(context, read, async (s3tables, options) => {
        const { ListTagsForResourceCommand } = await import('@aws-sdk/client-s3tables');
        const command = new ListTagsForResourceCommand({ resourceArn });
        const json = keepJson(command, read);
        await s3tables.send(command, options);
        return tagsIn(json(), read);
      });
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
