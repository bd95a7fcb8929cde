import type { Glue } from '@aws-sdk/client-glue';
import { listIn, required } from './answer.js';
import type { Call } from './call.js';
import type { GluePort } from './ports.js';
import { findAll, type Service } from './service.js';

type GlueTables = Pick<GluePort, 'hasTable' | 'listTables'>;

const call = (action: string, doing: string): Call => ({ operation: `glue:${action}`, doing });

/** The calls of Glue to tables: of the default catalog, and of the federated one. */
export function makeGlueTables(service: Service<Glue>): GlueTables {
  return {
    async hasTable({ catalogId: CatalogId, database: DatabaseName, name: Name }, context) {
      const look = call('GetTable', `look at ${DatabaseName}.${Name} in the Glue catalog ${CatalogId}`);
      const answer = await service.find(context, look, (glue, options) =>
        glue.getTable({ CatalogId, DatabaseName, Name }, options)
      );
      return answer !== undefined && required(answer.Table?.Name, 'Table', look) !== '';
    },
    listTables(DatabaseName, context) {
      const list = call('GetTables', `list the tables of the Glue database ${DatabaseName}`);
      return findAll(list, (NextToken) =>
        service.ask(context, list, async (glue, options) => {
          const answer = await glue.getTables({ DatabaseName, NextToken }, options);
          const tables = listIn(answer.TableList, 'TableList', list);
          return { items: tables.map(({ Name }) => required(Name, 'Name', list)), next: answer.NextToken };
        })
      );
    }
  };
}
