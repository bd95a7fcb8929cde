import type { S3Tables } from '@aws-sdk/client-s3tables';
import { listIn, nameOf, required } from './answer.js';
import type { Call } from './call.js';
import type { S3TablesPort } from './ports.js';
import { findAll, type Service } from './service.js';

type Namespaces = Pick<
  S3TablesPort,
  'hasNamespace' | 'createNamespace' | 'deleteNamespace' | 'listNamespaces'
>;

const call = (action: string, doing: string, resource: string): Call => ({
  operation: `s3tables:${action}`,
  doing,
  resource
});

/** The calls of S3 Tables to namespaces. AWS gives a namespace as a list of one name. */
export function makeNamespaces(service: Service<S3Tables>): Namespaces {
  return {
    async hasNamespace(tableBucketARN, namespace, context) {
      const look = call('GetNamespace', `look at the namespace ${namespace}`, tableBucketARN);
      const answer = await service.find(context, look, (s3tables, options) =>
        s3tables.getNamespace({ tableBucketARN, namespace }, options)
      );
      if (answer === undefined) return false;
      const [name] = Array.isArray(answer.namespace) ? answer.namespace : [];
      return required(name, 'namespace', look) !== '';
    },
    createNamespace(tableBucketARN, namespace, context) {
      const create = call('CreateNamespace', `create the namespace ${namespace}`, tableBucketARN);
      return service.create(context, create, async (s3tables, options) => {
        const answer = await s3tables.createNamespace({ tableBucketARN, namespace: [namespace] }, options);
        return required(answer.namespace, 'namespace', create);
      });
    },
    deleteNamespace(tableBucketARN, namespace, context) {
      const remove = call('DeleteNamespace', `delete the namespace ${namespace}`, tableBucketARN);
      return service.remove(context, remove, (s3tables, options) =>
        s3tables.deleteNamespace({ tableBucketARN, namespace }, options)
      );
    },
    listNamespaces(tableBucketARN, context) {
      const list = call('ListNamespaces', `list the namespaces of ${nameOf(tableBucketARN)}`, tableBucketARN);
      return findAll(list, (continuationToken) =>
        service.ask(context, list, async (s3tables, options) => {
          const answer = await s3tables.listNamespaces({ tableBucketARN, continuationToken }, options);
          const items = listIn(answer.namespaces, 'namespaces', list).map(({ namespace, createdAt }) => ({
            name: required(namespace?.[0], 'namespace', list),
            createdAtMs: required(createdAt, 'createdAt', list).getTime()
          }));
          return { items, next: answer.continuationToken };
        })
      );
    }
  };
}
