import * as v from 'valibot';
import { text } from '../input/constraints.js';

const arn = text(20, 2048);
const sessionName = text(2, 64, /^[\w+=,.@-]*$/);
const tagKey = text(1, 128, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u);
const tag = v.object({ Key: tagKey, Value: text(0, 256, /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u) });
const seconds = v.pipe(
  v.string(),
  v.regex(/^\d+$/),
  v.transform(Number),
  v.minValue(900),
  v.maxValue(43_200)
);

/** What both ways to take a role on have in common. */
const session = {
  RoleArn: arn,
  RoleSessionName: sessionName,
  PolicyArns: v.exactOptional(v.pipe(v.array(v.object({ arn })), v.maxLength(10)), []),
  // eslint-disable-next-line no-control-regex -- tab, line feed and carriage return are allowed
  Policy: v.exactOptional(text(1, 2048, /^[\u0009\u000A\u000D\u0020-\u00FF]+$/)),
  DurationSeconds: v.exactOptional(seconds, '3600')
};

/** The inputs of STS's operations, with the constraints of its service model. */
export const inputs = {
  AssumeRole: v.object({
    ...session,
    Tags: v.exactOptional(v.pipe(v.array(tag), v.maxLength(50)), []),
    TransitiveTagKeys: v.exactOptional(v.pipe(v.array(tagKey), v.maxLength(50)), []),
    ExternalId: v.exactOptional(text(2, 1224, /^[\w+=,.@:/-]*$/)),
    SourceIdentity: v.exactOptional(text(2, 64, /^[\w+=,.@-]*$/))
  }),
  AssumeRoleWithWebIdentity: v.object({ ...session, WebIdentityToken: text(4, 20_000) })
};

export type AssumeRoleInput = v.InferOutput<(typeof inputs)['AssumeRole']>;
export type WebIdentityInput = v.InferOutput<(typeof inputs)['AssumeRoleWithWebIdentity']>;
