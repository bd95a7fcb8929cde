import * as v from 'valibot';
import { jsonReply } from '../protocol/rest-json.js';
import { taggedBy } from './arns.js';
import { bodyOf, type Call, type Handler } from './call.js';
import * as shapes from './shapes.js';
import type { Tags } from './state.js';
import { addTags, removeTags } from './tags.js';

/** The operations on the tags of table buckets and tables; nothing else has any. */
export const tagHandlers: Readonly<Record<string, Handler>> = {
  TagResource(call) {
    addTags(tagsOf(call), bodyOf(call, v.object({ tags: shapes.tags })).tags);
    return jsonReply(200, {});
  },

  UntagResource(call) {
    removeTags(tagsOf(call), call.query.getAll('tagKeys'));
    return jsonReply(204);
  },

  ListTagsForResource(call) {
    return jsonReply(200, { tags: Object.fromEntries(tagsOf(call)) });
  }
};

function tagsOf(call: Call): Tags {
  return taggedBy(call.region, call.labels['resourceArn'] ?? '').tags;
}
